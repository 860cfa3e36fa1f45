"""A frame to test with: some answers, every kind of line, people with a role."""
from __future__ import annotations

from borgerplan_desktop.casework.frame.frame import add_line, begin_frame, give_access, make_answer
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.consent import Topic
from borgerplan_desktop.model.framework import FrameAnswer, FramePerson, FramePlan, FrameQuestion, FrameRole


def answer(shelter: OpenCase, question: FrameQuestion, words: str) -> FrameAnswer:
    made = make_answer(shelter, question)
    write(shelter, made, FrameAnswer.text, words, "x")
    return made


def access(shelter: OpenCase, name: str, *who: str, topic: Topic | None = None) -> FramePlan:
    plan = add_line(shelter, FrameQuestion.PLANS, name=name, kept_where="Kommunens fagsystem", topic=topic)
    assert isinstance(plan, FramePlan)
    for each in who:
        give_access(shelter, plan, each)
    return plan


def person(shelter: OpenCase, name: str, role: FrameRole = FrameRole.PARTNER, email: str = "") -> FramePerson:
    with shelter.action("x"):
        return shelter.case.add(FramePerson(role=role, name=name, workplace="Jobcenter Skovby", email=email,
                                            place=float(len(shelter.case.all(FramePerson)))))


def a_frame(shelter: OpenCase) -> None:
    frame = begin_frame(shelter)
    with shelter.action("x"):
        frame.municipality, frame.next_by = "Skovby Kommune", "Eva Lind"
    answer(shelter, FrameQuestion.TARGET_GROUP, "Voksne uden bolig.")
    answer(shelter, FrameQuestion.AT_HAND, "Den ligger på kommunens intranet.")
    add_line(shelter, FrameQuestion.COORDINATING, administration="Jobcenter", function="Koordinerende sagsbehandler",
             contact="12 34 56 78")
    add_line(shelter, FrameQuestion.CHANNELS_ACROSS, name="Sikker mail", address="post@skovby.example",
             used_for="alt med navn")
    add_line(shelter, FrameQuestion.CHANNELS_CITIZEN, name="Sms")
    add_line(shelter, FrameQuestion.INTERPRETER, language="grønlandsk", name="Tolkegruppen", how="telefon",
             phone="12345670", notice="2 dage før")
    access(shelter, "§ 141-handleplan", "Jobcenter", "Misbrugscenter", topic=Topic.PLAN)
    person(shelter, "Birgit Prøve", email="birgit@skovby.example")
