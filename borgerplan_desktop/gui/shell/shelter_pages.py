"""The shelter's own case on the desk, "Herberget": its tabs, and where each kind of row lies in them."""
from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QWidget

from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.shell.case_pages import CasePage, CasePages
from borgerplan_desktop.gui.shell.header import HeaderFacts
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.directory import InHouse, Service
from borgerplan_desktop.model.framework import (
    CoordinatingFunction,
    FrameAccess,
    FrameAnswer,
    FrameChannel,
    FramePerson,
    FramePlan,
    FrameTold,
    FrameVersion,
    Framework,
    InterpreterOption,
)
from borgerplan_desktop.model.house_ideas import HouseIdea, YearReport
from borgerplan_desktop.model.implementation_plan import Activity, ActivityDone, ActivityObjective
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.shelter import (
    AgendaTemplate,
    ApprovedLanguage,
    ChecklistPoint,
    LifeAreaName,
    MapPreset,
    OwnWord,
    Phrase,
    PlanTemplate,
    Professional,
    RingName,
    SectorName,
    Shelter,
    StaffMember,
    TemplateGoal,
    TemplatePoint,
)

LIES_IN: dict[type[Row], str] = {
    Service: "directory", InHouse: "directory",
    FrameVersion: "frame", Framework: "frame", FramePlan: "frame", FrameAccess: "frame", FrameAnswer: "frame",
    CoordinatingFunction: "frame", FrameChannel: "frame", InterpreterOption: "frame", FrameTold: "frame",
    Activity: "activities", ActivityObjective: "activities", ActivityDone: "activities", FramePerson: "activities",
    YearReport: "figures", HouseIdea: "ideas",
    PlanTemplate: "words", TemplateGoal: "words", AgendaTemplate: "words", TemplatePoint: "words", Phrase: "words",
    OwnWord: "words", ChecklistPoint: "words", SectorName: "words", RingName: "words", LifeAreaName: "words",
    Shelter: "words", StaffMember: "words", Professional: "words", MapPreset: "words", ApprovedLanguage: "words"}


def _directory(desk: Desk, parent: QWidget) -> Tab:
    from borgerplan_desktop.gui.directory.directory_tab import DirectoryTab
    return DirectoryTab(desk, parent)


def _frame(desk: Desk, parent: QWidget) -> Tab:
    from borgerplan_desktop.gui.frame.frame_tab import FrameTab
    return FrameTab(desk, parent)


def _activities(desk: Desk, parent: QWidget) -> Tab:
    from borgerplan_desktop.gui.activities.activities_tab import ActivitiesTab
    return ActivitiesTab(desk, parent)


def _figures(desk: Desk, parent: QWidget) -> Tab:
    from borgerplan_desktop.gui.figures.figures_tab import FiguresTab
    return FiguresTab(desk, parent)


def _ideas(desk: Desk, parent: QWidget) -> Tab:
    from borgerplan_desktop.gui.house.ideas_tab import IdeasTab
    return IdeasTab(desk, parent)


def _words(desk: Desk, parent: QWidget) -> Tab:
    from borgerplan_desktop.gui.house.words_tab import WordsTab
    return WordsTab(desk, parent)


PAPERS = {"directory": N_("Print the directory"), "frame": N_("Print the frame"),
          "activities": N_("Print the action plan"), "figures": N_("Print the yearly report"),
          "ideas": N_("Print the poster")}               # what the head of the page prints, by the tab in front


def header_facts(case: Case, now: datetime, tab: str, has_main_button: bool) -> HeaderFacts:
    """What stands above the tabs: whose frame it is."""
    return HeaderFacts(case.the(Shelter).name or _("The shelter"), paper=_(PAPERS[tab]) if tab in PAPERS else "")


SHELTER_PAGES = CasePages(
    N_("The shelter's tabs"),
    (CasePage("directory", N_("Services"), _directory, shortcut="Ctrl+1", topic="house"),
     CasePage("frame", N_("The frame"), _frame, shortcut="Ctrl+2", topic="house"),
     CasePage("activities", N_("Action plan"), _activities, shortcut="Ctrl+3", topic="house"),
     CasePage("figures", N_("Figures"), _figures, shortcut="Ctrl+4", topic="house"),
     CasePage("ideas", N_("Ideas"), _ideas, shortcut="Ctrl+5", topic="house"),
     CasePage("words", N_("Words of the house"), _words, shortcut="Ctrl+6", topic="house")),
    LIES_IN, header_facts, is_house=True)
