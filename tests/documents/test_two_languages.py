"""A paper in two languages: every word of ours in both, each tagged, and what somebody wrote once; what a language has
no words for is said in Danish."""
from __future__ import annotations

import json
import re
from contextlib import suppress
from datetime import date, time
from itertools import combinations
from pathlib import Path

import pytest
from babel import Locale

from borgerplan_desktop import i18n
from borgerplan_desktop.casework.papers.paper_kinds import PAPERS, PaperKind
from borgerplan_desktop.casework.papers.plan_of_file import render_case_file
from borgerplan_desktop.documents.case_file import read_case
from borgerplan_desktop.documents.consent_form import empty_form_pdf
from borgerplan_desktop.documents.network_map import network_map_pdf
from borgerplan_desktop.documents.paper.galley import Said, Words, set_text
from borgerplan_desktop.documents.paper.structure import Node
from borgerplan_desktop.documents.paper.two_languages import beside_of, cut_short, inline, lacks, main_of, piece
from borgerplan_desktop.documents.paper.typography import Sheet
from borgerplan_desktop.documents.paper_words import Words as Saying
from borgerplan_desktop.documents.paper_words import ended, in_sentence, sentence, without_stop
from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.documents.ratings import ratings_pdf
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.not_covered import NotCovered
from borgerplan_desktop.model.paper_language import LANGUAGES, OUR_OWN
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.model.shelter import ApprovedLanguage
from tests import vera
from tests.documents import meeting_samples, reading, samples
from tests.documents.lived_cases import lived
from tests.documents.test_every_paper import made

SPOKEN = (*LANGUAGES, "en+da", "pl+da", "ro+da", "kl+da", "da+pl", "da+en")
EACH = [pytest.param(each, id=each.key) for each in PAPERS]
SIGNS = re.compile("[\ufdd0-\ufdef]")


def approved(*languages: str) -> Case:
    """The register where somebody has approved these."""
    rows = [*samples.register().rows(), *(ApprovedLanguage(language=each, approved_by="Anna", approved_on=samples.TODAY)
                                          for each in languages)]
    return Case("register", rows)


def plan(spoken: str, *languages: str) -> bytes:
    case = Case("case", samples.jonas_rows(), register=approved(*languages))
    return plan_pdf(case, language=spoken, today=samples.TODAY)


def on_one_line(data: bytes) -> str:
    return " ".join(reading.text(data).split())


# ------------------------------------------------------------------------------------------------ the text itself
def test_a_text_put_together_of_pieces_comes_apart_in_each_language() -> None:
    text = f"{piece('Cel', 'da-DK', 'Mål')} 3 · {piece('idzie powoli', 'da-DK', 'går langsomt')}"
    assert main_of(text) == "Cel 3 · idzie powoli"
    assert beside_of(text) == "Mål 3 · går langsomt"
    assert main_of("intet af vores") == beside_of("intet af vores") == "intet af vores"


def test_what_one_piece_lacks_all_of_the_text_is_said_in() -> None:
    text = f"{piece('Ineqarneq', 'da-DK', 'Bolig')} · {piece('', 'da-DK', 'går langsomt')}"
    assert lacks(text) == "da-DK"
    assert main_of(text) == "Bolig · går langsomt"


def test_the_first_and_the_last_letter_change_in_both() -> None:
    text = piece("cel.", "da-DK", "mål.")
    assert (main_of(sentence(text)), beside_of(sentence(text))) == ("Cel.", "Mål.")
    assert beside_of(in_sentence(sentence(text))) == "mål."
    assert (main_of(without_stop(text)), beside_of(ended(without_stop(text)))) == ("cel", "mål.")
    assert sentence("eva") == "Eva"
    assert (ended("Eva"), ended("Eva?")) == ("Eva.", "Eva?")


def test_words_of_ours_within_what_somebody_wrote_stand_in_its_line_and_are_tagged() -> None:
    node, sheet = Node("P"), Sheet(language="en")
    text = Said(f"Ringe til Ole – {piece('done 3 March', 'da-DK', 'gjort 3. marts')}")
    assert inline(text) == "Ringe til Ole – done 3 March\u00a0/ gjort 3. marts"
    marks = [mark for slab in set_text(text, sheet.body, node, 0, 400) for mark in slab.marks]
    said = [(" ".join(mark.text.split()), mark.node.lang) for mark in marks
            if isinstance(mark, Words) and mark.node is not None]
    assert said == [("Ringe til Ole –", ""), ("done 3 March /", "en-GB"), ("gjort 3. marts", "")]


def test_signs_that_somebody_wrote_are_no_pieces() -> None:
    rows = samples.jonas_rows()
    goal = next(each for each in rows if isinstance(each, Goal))
    goal.title = "Hus \ufdd0x\ufdd1y\ufdd2 z\ufdd3 \ufdd0\ufdd0 have"
    for spoken in ("da", "en", "en+da"):
        said = reading.text(plan_pdf(Case("case", rows, register=samples.register()), language=spoken,
                                     today=samples.TODAY))
        assert "have" in said
        assert not SIGNS.search(said)


def test_nobody_can_write_one_thing_for_one_language_and_another_for_the_other() -> None:
    """Not even in a case file that was made by hand: the signs go as it is read, and what stood there stands once."""
    file = json.loads((Path(__file__).parents[1] / "data" / "cases" / "herberg.json").read_bytes())
    file["case"]["goal"][0]["title"] = "Hus \ufdd0Ja\ufdd1da-DK\ufdd2Nej\ufdd3 have"
    for spoken in ("da", "en", "en+da"):
        pdf = render_case_file(json.dumps(file).encode(), today=samples.TODAY, language=spoken).pdf
        assert "Hus Jada-DKNej have" in on_one_line(pdf), spoken


# ------------------------------------------------------------------------------------------------ the words
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_time_is_said_as_the_common_locale_data_say(language: str) -> None:
    colon = ":" in str(Locale.parse(language).time_formats["short"])
    assert main_of(Saying.of(language).clock(time(13, 5))) == ("13:05" if colon else "13.05")


def test_greenlandic_days_are_figures_and_stand_in_danish_within_danish() -> None:
    words = Saying.of("kl")
    assert main_of(words.day(date(2026, 3, 3))) == "03.03.2026"
    assert main_of(words.say("By {date}.", date=words.day(date(2026, 3, 3)))) == "Senest 3. marts 2026."


def test_what_a_language_has_no_words_for_is_danish_never_english() -> None:
    for language in set(LANGUAGES) - OUR_OWN:
        said = Saying.of(language).say("page {page} of {total}", page=1, total=2)
        assert "of" not in main_of(said).split()
    assert not i18n.has_words("paper", "kl", "Right now")
    assert Saying.of("kl").say("Right now") == piece("", "da-DK", "Lige nu")


def test_likely_words_are_said_when_the_language_is_approved() -> None:
    assert main_of(Saying.of("kl").say("In my own words")) == "Med mine egne ord"
    assert main_of(Saying.of("kl", approved("kl")).say("In my own words")) == "Nammineq oqaatsikka"


def test_no_other_language_is_spoken() -> None:
    for spoken in ("xx", "da+xx", "", "+da"):
        with pytest.raises(ValueError, match="no paper in the language"):
            Saying.of(spoken)


# ------------------------------------------------------------------------------------------------ the papers
@pytest.mark.parametrize("paper", EACH)
def test_each_is_made_in_each_language_alone_and_with_another(paper: PaperKind) -> None:
    for spoken in SPOKEN:
        case = meeting_samples.meeting(held=True) if spoken in ("pl+da", "kl") else samples.jonas()
        said = reading.text(made(paper, case, spoken))
        assert not SIGNS.search(said), spoken
        assert "[sign]" not in said, spoken
        assert "[tegn]" not in said, spoken


@pytest.mark.parametrize("paper", EACH)
def test_a_long_course_is_said_in_two_languages_too(paper: PaperKind) -> None:
    for seed, spoken in enumerate(("pl+da", "da+ro", "kl")):
        with suppress(NotCovered):
            assert not SIGNS.search(reading.text(made(paper, lived(seed), spoken)))


@pytest.mark.parametrize("large_print", [False, True])
def test_nothing_is_over_the_edge_with_two_languages(large_print: bool) -> None:
    for case in (samples.jonas(), samples.overfull()):
        data = plan_pdf(case, language="en+da", large_print=large_print, today=samples.TODAY)
        boxes = reading.run("pdftotext", data, "-bbox")
        found = re.findall(r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"', boxes)
        assert len(found) > 100
        assert [word for word in found if float(word[0]) < 70 or float(word[1]) > 595.28 - 50] == []


def test_both_stand_on_the_page_and_what_the_citizen_wrote_once() -> None:
    said = on_one_line(plan("en+da"))
    assert "What matters most now Det vigtigste lige nu" in said
    assert said.count("At få ro om natten") == 1
    assert "The Danish text is the one that counts." in said


def test_each_is_tagged_as_its_language() -> None:
    with reading.opened(plan("en+da")) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        danish = [node for _, node in reading.elements(pdf) if str(node.get("/Lang", "")) == "da-DK"]
        assert sum(str(node.S) == "/Span" for node in danish) > 30
    with reading.opened(plan("kl")) as pdf:
        spoken = {str(node.get("/Lang", "")) for _role, node in reading.elements(pdf)}
        assert {"kl-GL", "da-DK"} <= spoken


def test_the_bookmarks_are_in_the_first_language() -> None:
    with reading.opened(plan("en+da")) as pdf, pdf.open_outline() as outline:
        titles = [str(item.title) for top in outline.root for item in (top, *top.children)]
        assert "My goals" in titles
        assert "Mine mål" not in " ".join(titles)


def test_a_draft_says_so_on_every_page_until_somebody_approves_it() -> None:
    draft = "Oversættelsen er kun et udkast."
    pages = reading.run("pdftotext", plan("pl+da"), "-raw").rstrip("\f").split("\f")
    assert all(draft in " ".join(page.split()) for page in pages)
    assert draft not in on_one_line(plan("pl+da", "pl"))
    assert draft not in on_one_line(plan("en"))
    assert draft in on_one_line(plan("da+pl"))
    assert "kun et udkast" not in on_one_line(plan("da"))


def test_the_mark_for_letters_that_cannot_be_set_is_in_the_papers_language() -> None:
    rows = samples.jonas_rows()
    next(each for each in rows if isinstance(each, Goal)).title = "أحمد"
    case = Case("case", rows, register=samples.register())
    assert "[text that cannot be printed]" in on_one_line(plan_pdf(case, language="en+da", today=samples.TODAY))


@pytest.mark.parametrize("spoken", SPOKEN)
def test_a_name_in_other_letters_is_written_in_latin_ones(spoken: str) -> None:
    rows = samples.jonas_rows()
    citizen = next(each for each in rows if isinstance(each, Citizen))
    citizen.name, citizen.latin_name = "أحمد محمد", "Ahmad Mohammed"
    said = reading.text(plan_pdf(Case("case", rows, register=samples.register()), language=spoken, today=samples.TODAY))
    assert "Ahmad Mohammed" in said
    assert "أ" not in said


@pytest.mark.vera
def test_two_languages_are_accessible_and_lasting(tmp_path: Path) -> None:
    if not vera.available():
        pytest.skip("no Java here")
    paths = []
    for spoken in ("pl+da", "kl", "ro", "da+en"):
        paths.append(tmp_path / f"{spoken}.pdf")
        paths[-1].write_bytes(plan(spoken))
        for paper in PAPERS[:3]:
            paths.append(tmp_path / f"{paper.key}-{spoken}.pdf")
            paths[-1].write_bytes(made(paper, samples.jonas(), spoken, large_print=True))
    assert {name: found for name, found in vera.judge(paths).items() if found} == {}


def test_a_word_of_ours_in_a_box_of_the_map_has_no_sign_of_its_languages() -> None:
    case = read_case((Path(__file__).parents[2] / "resources" / "cases" / "demo.json").read_bytes()).case()
    said = reading.text(network_map_pdf(case, language="pl+da", today=date(2026, 11, 6)))
    assert "nie żyje" in said
    assert "DK" not in said


def test_what_is_wished_stands_once_behind_what_it_is_called() -> None:
    case = read_case((Path(__file__).parents[2] / "resources" / "cases" / "demo.json").read_bytes()).case()
    said = on_one_line(plan_pdf(case, language="pl+da", today=date(2026, 11, 6)))
    assert "Moje życzenie / Mit ønske: At vi stadig ses, når jeg flytter." in said
    assert said.count("At vi stadig ses") == 1


def test_what_is_said_above_a_list_is_on_its_page() -> None:
    case = read_case((Path(__file__).parents[2] / "resources" / "cases" / "demo.json").read_bytes()).case()
    pages = reading.run("pdftotext", plan_pdf(case, language="kl", today=date(2026, 11, 6)), "-raw").split("\f")
    there = [page for page in pages if "skulle være sket" in " ".join(page.split())]
    assert there
    assert all("Henter mit værktøj" in page for page in there)


@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize("spoken", ["da", "pl+da", "ro+da"])
def test_the_first_page_says_whom_to_call_and_where_to_go_next(spoken: str, large_print: bool) -> None:
    case = read_case((Path(__file__).parents[2] / "resources" / "cases" / "demo.json").read_bytes()).case()
    data = plan_pdf(case, language=spoken, large_print=large_print, today=date(2026, 11, 6))
    first = " ".join(reading.run("pdftotext", data, "-raw").split("\f")[0].split())
    assert "12 34 56 20" in first.replace("\u00a0", " ")
    assert "Lægehuset, Torvet 8." in first
    assert first.count("Det er dér, vi skal starte") < 2


def test_how_to_read_the_table_of_the_consent_stands_above_it() -> None:
    case = read_case((Path(__file__).parents[2] / "resources" / "cases" / "demo.json").read_bytes()).case()
    data = empty_form_pdf(case, language="pl+da", large_print=True, today=date(2026, 11, 6))
    pages = [" ".join(page.split()) for page in reading.run("pdftotext", data, "-raw").split("\f")]
    there = [page for page in pages if "Uden kryds" in page]
    assert len(there) == 1
    assert "Min plan og mine mål" in there[0]


def test_the_name_of_a_help_is_on_the_page_of_what_it_is_for() -> None:
    case = read_case((Path(__file__).parents[2] / "resources" / "cases" / "demo.json").read_bytes()).case()
    data = plan_pdf(case, language="pl+da", large_print=True, today=date(2026, 11, 6))
    pages = [" ".join(page.split()) for page in reading.run("pdftotext", data, "-raw").split("\f")]
    assert any("Praktik hos Kurt Jepsen, Kurt Jepsens tømrerværksted At prøve, om kroppen" in page for page in pages)

def test_a_text_cut_short_keeps_its_pieces_whole() -> None:
    text = f"{piece('Spotkanie', 'da-DK', 'Netværksmøde')}: Ole, {piece('i', 'da-DK', 'og')} Birgit Holm"
    assert cut_short(text, 100) == text
    for most in range(1, 40):
        short = cut_short(text, most)
        assert not SIGNS.search(main_of(short) + beside_of(short)), most
        assert len(short) <= len(text), most
    assert main_of(cut_short(text, 22)) == "Spotkanie: Ole, i …"
    assert cut_short("intet af vores, kun deres", 16) == "intet af vores, …"
    filled = cut_short(piece(f"godz. {'lang ' * 30}", "da-DK", f"kl. {'lang ' * 30}"), 22)
    assert (main_of(filled), beside_of(filled)) == ("godz. lang lang lang …", "kl. lang lang lang …")


DEMO = Path(__file__).parents[2] / "resources" / "cases" / "demo.json"


def demo() -> Case:
    return read_case(DEMO.read_bytes()).case()


@pytest.mark.parametrize("large_print", [False, True])
def test_both_stand_in_the_map(large_print: bool) -> None:
    data = network_map_pdf(demo(), language="pl+da", large_print=large_print, today=date(2026, 11, 6))
    front = " ".join(reading.run("pdftotext", data, "-raw", "-l", "1").split())
    for part in ("Rodzina Familie", "Wolontariusze Frivillige", "nie żyje / død", "prywatnie / privat"):
        assert part in front.replace("\u00a0", " "), part


def test_both_stand_in_the_legend_on_its_side() -> None:
    data = network_map_pdf(demo(), language="pl+da", today=date(2026, 11, 6))
    front = " ".join(reading.run("pdftotext", data, "-raw", "-l", "1").split())
    assert "teraz bez kontaktu ingen kontakt nu" in front


@pytest.mark.parametrize("large_print", [False, True])
def test_the_legend_is_on_the_page_of_the_map_and_nothing_on_its_foot(large_print: bool) -> None:
    data = plan_pdf(demo(), language="pl+da", large_print=large_print, today=date(2026, 11, 6))
    pages = [" ".join(page.split()) for page in reading.run("pdftotext", data, "-raw").split("\f")]
    assert [page for page in pages if "Rodzina Familie" in page and "koordynator / tovholder" in
            page.replace("\u00a0", " ")]
    front = network_map_pdf(demo(), language="pl+da", large_print=large_print, today=date(2026, 11, 6))
    assert on_each_other(front, 1) == []


@pytest.mark.parametrize("spoken", ["pl+da", "ro+da", "da+ro", "en"])
def test_nothing_beside_the_map_reaches_into_its_foot(spoken: str) -> None:
    for large_print in (False, True):
        front = network_map_pdf(demo(), language=spoken, large_print=large_print, today=date(2026, 11, 6))
        assert on_each_other(front, 1) == [], large_print


@pytest.mark.parametrize(("language", "begins"), [("en", "The"), ("pl+da", "W"), ("ro", "În")])
@pytest.mark.parametrize("large_print", [False, True])
def test_the_note_at_the_foot_is_apart_from_the_text(language: str, begins: str, large_print: bool) -> None:
    data = plan_pdf(samples.overfull(), language=language, large_print=large_print, today=samples.TODAY)
    gaps = []
    for page in reading.run("pdftotext", data, "-bbox").split("<page ")[1:]:
        words = [(float(y1), float(y2), word) for y1, y2, word in
                 re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)<', page)]
        note = next(top for top, _bottom, word in words if word == begins and top > 720)
        gaps.append(note - max(bottom for _top, bottom, _word in words if bottom < note + 2))
    assert min(gaps) > 8


@pytest.mark.parametrize("spoken", ["da", "pl+da", "ro+da"])
@pytest.mark.parametrize("large_print", [False, True])
def test_both_stand_round_the_wheel_and_none_on_another(spoken: str, large_print: bool) -> None:
    data = ratings_pdf(demo(), language=spoken, large_print=large_print, today=date(2026, 11, 6))
    front = " ".join(reading.run("pdftotext", data, "-l", "1").split())
    assert "Bolig" in front
    assert "Fysisk helbred" in front
    assert spoken != "pl+da" or "Zdrowie fizyczne" in front
    assert on_each_other(data, 1) == []


@pytest.mark.parametrize("large_print", [False, True])
def test_both_say_that_a_goal_goes_on(large_print: bool) -> None:
    said = on_one_line(plan_pdf(demo(), language="pl+da", large_print=large_print, today=date(2026, 11, 6)))
    assert "Cel 2, ciąg dalszy / Mål 2, fortsat" in said.replace("\u00a0", " ")


def on_each_other(data: bytes, page: int) -> list[tuple[str, str]]:
    """The words of a page that stand on each other."""
    found = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<',
                       reading.run("pdftotext", data, "-bbox", "-f", str(page), "-l", str(page)))
    assert len(found) > 20
    boxes = [(each[4], *map(float, each[:4])) for each in found]
    return [(one, other) for (one, x1, y1, x2, y2), (other, left, top, right, bottom) in combinations(boxes, 2)
            if min(x2, right) - max(x1, left) > 1 and min(y2, bottom) - max(y1, top) > .3 * (y2 - y1)]
