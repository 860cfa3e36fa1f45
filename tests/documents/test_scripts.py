"""Names and words in every script: never wrong letters on paper, never "????" for a name."""
from __future__ import annotations

import pytest

from borgerplan_desktop.documents.consent_form import FormSaid, consent_form_pdf
from borgerplan_desktop.documents.latin_names import printable
from borgerplan_desktop.documents.paper.text import can_be_set, clean
from borgerplan_desktop.documents.paper_words import Words
from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import Plan
from borgerplan_desktop.model.shelter import Professional, StaffMember
from tests.documents import reading, samples

SET = ["Łukasz Þór Đorđe", "Nguyễn Thị Phượng",
       "Иван Шевченко", "Γιάννης", "Ağrı Şükrü", "Åsa O’Brien", "s\u0327i\u0307"]
NOT_SET = {
    "arabic": "أحمد محمد", "hebrew": "אברהם", "chinese": "王小明", "tamil": "தமிழ்", "hindi": "हिन्दी", "thai": "สมชาย",
    "korean": "김철수", "armenian": "Արամ", "bengali": "রহিম", "amharic": "አበበ", "yoruba": "Ade\u0301bayo\u0323\u0300",
    "arabic figures": "١٢٣", "emoji": "Bo 😀"}


@pytest.mark.parametrize("name", SET)
def test_what_can_be_set_stays_as_it_is(name: str) -> None:
    assert can_be_set(name)
    assert "[" not in clean(name)


@pytest.mark.parametrize("name", NOT_SET.values(), ids=NOT_SET)
def test_what_cannot_be_set_is_said_and_marked_whole(name: str) -> None:
    assert not can_be_set(name)
    assert clean(name) in ("[tekst, der ikke kan printes]", "Bo [tegn]")
    assert clean(name, "en") in ("[text that cannot be printed]", "Bo [sign]")


def test_a_run_of_such_words_has_one_mark_and_the_rest_stays() -> None:
    mark = "[tekst, der ikke kan printes]"
    assert clean("Hej (王 小明), og 김철수\nאב") == f"Hej ({mark}), og {mark}\n{mark}"


def named(latin: bool) -> Case:
    """Jonas, his daughter, his caseworker and his contact person have names in other letters."""
    rows, register = samples.jonas_rows(), samples.register()
    spelled = {"jonas": ("أحمد محمد", "Ahmed Mohammed"), "sara": ("王小明", "Wang Xiaoming"),
               "birgit": ("தமிழ்", "Tamil Selvi"), "eva": ("สมชาย", "Somchai Jaidee")}
    for row in (*rows, *register.rows()):
        if row.id in spelled and isinstance(row, Citizen | NetworkMember | Professional | StaffMember):
            for column, value in zip(("name", "latin_name"), spelled[row.id], strict=True):
                object.__setattr__(row, column, value if column == "name" or latin else "")
    return Case("case", rows, register=register)


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_latin_spelling_is_printed_wherever_the_name_stands(language: str) -> None:
    said = reading.text(plan_pdf(named(latin=True), language=language, today=samples.TODAY))
    for name in ("Ahmed Mohammed", "Wang Xiaoming", "Tamil Selvi", "Somchai Jaidee"):
        assert name in said
    assert "[" not in said
    assert "??" not in said


@pytest.mark.parametrize(("language", "mark"), [("da", "[navn, der ikke kan printes]"),
                                                ("en", "[name that cannot be printed]")])
def test_a_name_without_one_is_said_to_be_missing_in_the_papers_language(language: str, mark: str) -> None:
    said = reading.text(plan_pdf(named(latin=False), language=language, today=samples.TODAY))
    assert mark[:10] in said                               # a narrow column may break the line inside it
    assert "??" not in said


def test_a_case_of_names_that_can_be_set_is_not_copied() -> None:
    case = samples.jonas()
    assert printable(case, Words()) is case


def test_own_words_in_another_script_are_marked_in_the_papers_language() -> None:
    rows = samples.jonas_rows()
    next(row for row in rows if isinstance(row, Plan)).situation = "Jeg hedder أحمد محمد og vil bo"
    case = Case("case", rows, register=samples.register())
    assert "Jeg hedder [tekst, der ikke kan printes] og vil bo" in reading.text(plan_pdf(case, today=samples.TODAY))
    english = reading.text(plan_pdf(case, language="en", today=samples.TODAY))
    assert "Jeg hedder [text that cannot be printed] og vil bo" in english


def test_a_citizen_whose_name_cannot_be_printed_is_me_and_you_and_nobodys_first_name_is_half_a_mark() -> None:
    data = plan_pdf(named(latin=False), today=samples.TODAY)
    words = reading.text(data).replace("\u00a0", " ")
    assert "Min plan" in words
    assert "Jeg kan ringe til Min kontaktperson: 12 34 56 20" in words
    assert "[navn," not in words.replace("[navn, der ikke kan printes]", "")
    assert "Samle papirerne til boligansøgningen – En fra mit netværk, 6. november" in words
    with reading.opened(data) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Min plan"
        spoken = " ".join(str(node.get("/Alt", "")) for _, node in reading.elements(pdf))
    assert "[navn," not in spoken.replace("[navn, der ikke kan printes]", "")
    form = reading.text(consent_form_pdf(named(latin=False), FormSaid(), today=samples.TODAY)).replace("\u00a0", " ")
    assert "Du bestemmer." in form
    assert "Sig det til os, tlf. 12 34 56 20." in form
    assert "[navn" not in form


def test_what_they_are_called_stands_where_only_the_whole_name_cannot_be_printed() -> None:
    case = named(latin=False)
    object.__setattr__(case.the(Citizen), "called", "Ahmed")
    words = reading.text(plan_pdf(case, today=samples.TODAY))
    assert "Plan for Ahmed" in words
    object.__setattr__(case.the(Citizen), "called", "أحمد")
    assert "Min plan" in reading.text(plan_pdf(case, today=samples.TODAY))
