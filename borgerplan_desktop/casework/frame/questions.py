"""What the form asks besides its questions: what to describe, and which list belongs to which question.

Source: samarbejdsmodellen, "Den overordnede ramme".
"""
from __future__ import annotations

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.framework import (
    Between,
    CoordinatingFunction,
    FrameChannel,
    FramePlan,
    FrameQuestion,
    FrameSection,
    InterpreterOption,
)
from borgerplan_desktop.model.row import Row

INTRO: dict[FrameSection, str] = {
    FrameSection.TARGET_GROUP: N_("Describe whom the work is for, and who takes part in it."),
    FrameSection.ORGANISATION: N_("How the work is organised today: in the municipality, and by private and voluntary "
                                  "services."),
    FrameSection.COMMUNICATION: N_("Which channels you use with each other. What stands here is offered where a number "
                                   "or an interpreter is written."),
    FrameSection.PLANS: N_("Which plans are made for citizens, and who has access to them. What stands here is said "
                           "where a consent is asked for."),
    FrameSection.DIRECTORY: N_("Which services there are for citizens: public, voluntary and private."),
    FrameSection.MADE_KNOWN: N_("How the frame is made known, and when it is brought up to date: twice a year.")}

HELP: dict[FrameQuestion, str] = {
    FrameQuestion.TARGET_GROUP: N_("What marks the target group: gender, age, social problems."),
    FrameQuestion.PARTNERS: N_("From the description of the target group: who takes part in the work?"),
    FrameQuestion.COORDINATING: N_("A line for each administration. Say more in words if you like."),
    FrameQuestion.COORDINATORS: N_("Municipal, private or voluntary. The project leader points out who; whoever is "
                                   "marked here is offered first when a coordinator is chosen."),
    FrameQuestion.HOME_MUNICIPALITY: N_("Name the partners."),
    FrameQuestion.INTERPRETER: N_("Each way is offered where an interpreter is booked for a meeting."),
    FrameQuestion.PLANS: N_("E.g. § 141 action plan, job plan, pedagogical plans."),
    FrameQuestion.ACCESS: N_("Departments and services. Written as they stand on the map, the program knows them "
                             "again."),
    FrameQuestion.TOOLS: N_("What helps you work together, e.g. invitations and agendas, the method of assessing "
                            "adults, network maps."),
    FrameQuestion.DIRECTORY_MUNICIPAL: N_("Social centre, job centre, drop-in centre, shelter, substance treatment and "
                                          "others. The services themselves stand in the directory."),
    FrameQuestion.DIRECTORY_OTHERS: N_("The services themselves stand in the directory."),
    FrameQuestion.MADE_KNOWN: N_("Describe the channels: where can people meet it?"),
    FrameQuestion.AT_HAND: N_("Where does it lie, and who can get at it?"),
    FrameQuestion.TOLD: N_("Who is told is written down for each version.")}

BETWEEN: dict[FrameQuestion, Between] = {
    FrameQuestion.CHANNELS_INSIDE: Between.INSIDE, FrameQuestion.CHANNELS_OUTSIDE: Between.OUTSIDE,
    FrameQuestion.CHANNELS_ACROSS: Between.ACROSS, FrameQuestion.CHANNELS_CITIZEN: Between.CITIZEN}

LISTS: dict[FrameQuestion, type[Row]] = {                # what is asked as a list of lines
    FrameQuestion.COORDINATING: CoordinatingFunction, **dict.fromkeys(BETWEEN, FrameChannel),
    FrameQuestion.INTERPRETER: InterpreterOption, FrameQuestion.PLANS: FramePlan}
