"""Services on paper: some for a citizen in their language, or all there are; what closes says so, also in the plan."""
from __future__ import annotations

from datetime import timedelta

from borgerplan_desktop.casework.directory.sample import take_sample_in
from borgerplan_desktop.casework.directory.services import add_day, add_service, close_service, merge_services
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.house_papers import BY_KEY, draw_house_paper
from borgerplan_desktop.casework.plan.goals import add_goal, add_intervention, choose_service
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.documents.chosen_services import chosen_services_pdf
from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.model.directory import Service
from tests.documents.reading import text as text_of


def _cafe(archive: Archive):  # type: ignore[no-untyped-def]
    shelter = archive.shelter
    cafe = add_service(shelter, "Natcafé Æblet")
    with shelter.action("written"):
        cafe.organisation, cafe.address, cafe.phone = "Foreningen", "Kajgade 4\n1000 By", "12345678"
        cafe.needs_referral, cafe.opening_hours = True, "hver nat"
    day = add_day(shelter, cafe, 1)
    with shelter.action("written"):
        day.hours, day.who = "10-12", "Birgit Prøve"
    return cafe


def paper(archive: Archive, language: str, *chosen: Service, large_print: bool = False) -> bytes:
    about = " ".join(each.id for each in chosen)
    return draw_house_paper(archive.shelter, BY_KEY["services"], language, large_print, about)()


def test_what_is_chosen_stands_there_in_the_citizens_language(archive: Archive) -> None:
    cafe = _cafe(archive)
    take_sample_in(archive.shelter)
    text = text_of(paper(archive, "da", cafe))
    for words in ("Steder, hvor du kan få hjælp", "Natcafé Æblet", "Foreningen", "Kajgade 4", "1000 By", "12 34 56 78",
                  "Kommunen skal først sige ja. Spørg os.", "hver nat", "Tirsdag: 10-12, Birgit Prøve",
                  "Skovly Herberg"):
        assert words in text, words
    assert "Kofoeds Skole" not in text
    for language, words in (("pl", "Wtorek: 10-12"), ("ro", "Marți: 10-12"), ("en", "Tuesday: 10-12")):
        assert words in text_of(paper(archive, language, cafe, large_print=True))


def test_the_whole_directory_stands_by_kinds_without_what_is_gone(archive: Archive) -> None:
    take_sample_in(archive.shelter)
    gone = add_service(archive.shelter, "Det lukkede sted")
    close_service(archive.shelter, gone, archive.today())
    text = text_of(paper(archive, "da"))
    assert text.index("Kommunalt") < text.index("CTI-forløb") < text.index("Kofoeds Skole")
    assert "Det lukkede sted" not in text


def test_an_empty_directory_says_so(archive: Archive) -> None:
    assert "Der er ingen tilbud i oversigten endnu." in text_of(paper(archive, "da"))


def test_a_plan_says_that_its_service_closes_and_names_the_one_that_was_kept(
        archive: Archive, opened: OpenCase) -> None:
    cafe = _cafe(archive)
    help_ = add_intervention(opened, add_goal(opened, "Sove godt"))
    choose_service(opened, help_, cafe)
    with opened.action("own words"):
        help_.name = ""
    kept = add_service(archive.shelter, "Natcaféen")
    merge_services(archive.shelter, kept, cafe)
    close_service(archive.shelter, kept, archive.today() + timedelta(days=3))
    for draw in (chosen_services_pdf, plan_pdf):
        text = text_of(draw(opened.case, today=archive.today()))
        assert "Natcaféen" in text
        assert "Lukker " in text
        later = text_of(draw(opened.case, today=archive.today() + timedelta(days=9)))
        assert "Lukket siden " in later
