"""What the help says: a topic for each place in the program, and the keys. Plain words, no pictures, no network."""
from __future__ import annotations

from dataclasses import dataclass

from borgerplan_desktop.i18n import N_

HEAD, POINT = "# ", "- "                                 # marks before a line that is no paragraph

# One thought each: the line in bold, and what it means.
FIRST_STEPS: tuple[tuple[str, str], ...] = (
    (N_("Welcome"), N_("Here you make one plan together. The program must never take time from the talk.")),
    (N_("Citizens stand at the left"), N_("The dot means: follow up.")),
    (N_("The line at the top"),
     N_("It shows the way from the first contact to an adopted plan. The aim is 6–7 weeks.")),
    (N_("The plan begins with the citizen's own words"), N_("Write it as it is said.")),
    (N_("A goal"),
     N_("A goal is something the citizen wants. Who does what, and when, stands beside the goal.")),
    (N_("The network"), N_("Pull people closer or further away. A table beside it shows the same.")),
    (N_("The meeting has three parts"),
     N_("Before, during and after. The paper is invitation, agenda and minutes in one.")),
    (N_("Consent decides who gets what"), N_("The program asks before anything leaves the house.")),
    (N_("Everything is stored while you write"), N_("Undo with Ctrl+Z.")),
    (N_("Ctrl+L locks at once"), N_("Use it when you get up.")),
    (N_("Print the plan"), N_("It gives the citizen a paper of their own.")),
    (N_("When you sit together"),
     N_("The list of citizens folds by itself, so that nobody sees another's name. If you need help: F1.")),
)


@dataclass(frozen=True)
class Topic:
    """`lines` are paragraphs (msgids), or HEAD or POINT and then a msgid."""

    key: str
    title: str
    lines: tuple[str, ...]


TOPICS: tuple[Topic, ...] = (
    Topic("first", N_("The first steps"), tuple(part for step in FIRST_STEPS for part in (HEAD + step[0], step[1]))),
    Topic("day", N_("My day and the list of citizens"), (
        N_("My day shows what to begin with, the meetings of the week, and what is due. Ctrl+D brings you "
           "back there."),
        N_("The list at the left shows name, room and the next thing. It never shows why somebody lives here."),
        N_("A dot beside a name means: follow up. It is a task of ours, not a flaw in the citizen."),
        N_("Ctrl+F or Ctrl+K finds a citizen. Ctrl+B receives a new one; only the name is needed."),
        N_("F8 folds the list. Among people it is folded by itself."),
    )),
    Topic("overview", N_("The way to the plan"), (
        N_("The overview shows the whole course on one line: the milestones, today, and the 6–7 weeks we aim at."),
        N_("Write whom and what the course waits for. Then everybody knows what is next."),
        N_("Each card leads to its place in the program."),
        N_("Behind the three dots at the top: facts about the citizen, the whole course, and closing the course."),
    )),
    Topic("plan", N_("Make the plan together"), (
        N_("Sit side by side, and begin with the citizen's own words. Write it as it is said; it can "
           "always be put right."),
        N_("Ctrl+M adds a goal. Ask: What would you like to achieve? Why does it matter? What is the first "
           "small step?"),
        N_("At each goal stands who is responsible, by when, which steps there are, and who helps with what."),
        N_("F9 shows the paper beside the plan, as it will be printed. Ctrl+P prints it."),
        N_("Adopt the plan when you agree. That version cannot be changed afterwards; you can always make "
           "a new one."),
        N_("Ctrl+Z takes back the last thing you did, and Ctrl+Y does it again."),
        HEAD + N_("Help with the words"),
        POINT + N_("A word the dictionary does not know is underlined while you stand in the field. F7 goes to the "
                   "next one and shows what it may have been. The menu of the word puts it in the shelter's own "
                   "dictionary."),
        POINT + N_("Type / and the first letters of a short name, and Enter puts in a phrase of the shelter's own. "
                   "They are written in Herberget, under Words of the house."),
        POINT + N_("A word of the office gets a plainer one below the field. Ctrl+. puts it in. The citizen's own "
                   "words are left alone."),
        POINT + N_("Under Settings, How it looks and helps, each chooses whether words are underlined and plainer "
                   "ones named."),
        HEAD + N_("Templates"),
        POINT + N_("A new plan can begin from a template, and a plan can take some of its goals later: in the menu "
                   "with the three dots. Everything in it can be changed."),
        POINT + N_("A plan that went well can become a template, without names: in the same menu. Templates are "
                   "changed in Herberget, under Words of the house."),
    )),
    Topic("network", N_("Draw the network"), (
        N_("Put those who matter on the map. Near the middle means close. Pull them with the mouse, or "
           "move them with the arrow keys."),
        N_("Round is a private person, square a professional. The line says how the relation is today."),
        N_("Click on somebody to write who they are, and from when until when they are involved."),
        N_("Below the map you go from phase to phase. Whoever is not with us in one stands paler there."),
        N_("F11 shows the map large, so that you can look together. Escape goes back."),
        N_("The small sliders choose what the map shows: only some of the people, who has which part of the plan, or "
           "nobody's name. A view that is used often can be kept for everybody here."),
        N_("The map of each day is kept before it changes. »Compare« shows two days beside each other."),
        N_("The card says the rest: since when, what they give each other, what the citizen wishes of the contact, and "
           "who is dead or out of reach. Whoever is dead is asked and invited no more."),
        N_("Units and telephone numbers are corrected once, in the settings; what the parts of life and the rings are "
           "called, in Herberget under Words of the house."),
        N_("Two people who know each other are tied together: press the chain below the map, and click on one and "
           "the other."),
        N_("The wheel with Ctrl, two fingers, or + and - look closer. Pull at an empty spot to see the rest; 0 shows "
           "the whole map again."),
        N_("The table shows the same as the map, and can be used with the keyboard alone. All of the map can, too: "
           "see The keys."),
        N_("Ctrl+P prints the map, with all of it in words below. Whoever the citizen wants left out of paper is "
           "ticked on their card."),
        N_("What comes back week by week is written in the whole course, under Contacts. The citizen's week on paper "
           "is made of it."),
        N_("The three dots above the map get people from a telephone's contacts or a map of easyNWK, or save them as "
           "a file. Nobody comes in before you have seen who it is."),
    )),
    Topic("meetings", N_("How to hold a good network meeting"), (
        HEAD + N_("Before"),
        POINT + N_("Why do we hold the meeting, and why now?"),
        POINT + N_("Whom does the meeting need? Write beside each why they are there."),
        POINT + N_("Talk the meeting through with the citizen: What do you want from it? What would you rather not "
                   "talk about?"),
        POINT + N_("Where would the citizen like to meet this time? Ask each time."),
        POINT + N_("Is an interpreter needed? Is there a lay representative, or is one wanted?"),
        POINT + N_("Does the consent cover everybody who comes? If not, ask the citizen first."),
        POINT + N_("Send changes to the agenda at the latest 2 days before the meeting."),
        HEAD + N_("During"),
        POINT + N_("Say welcome. Say briefly what the meeting is about, how we do it, and when we end."),
        POINT + N_("It is all right to put a topic aside. It is written down."),
        POINT + N_("The citizen begins, if they feel like it."),
        POINT + N_("See that everybody gets a say. Try two minutes' silence and then a round."),
        POINT + N_("Write agreements straight into the plan: who, what, by when."),
        POINT + N_("End by reading the tasks aloud. End on time."),
        HEAD + N_("After"),
        POINT + N_("Explain to the citizen what the decisions mean."),
        POINT + N_("Ask the citizen how the meeting was."),
        POINT + N_("Send the minutes to the participants: each gets what the consent covers."),
        POINT + N_("Follow up on the agreements in time. Take up the topics that were put aside."),
    )),
    Topic("papers", N_("Consent and papers"), (
        N_("The citizen decides who gets what. Without consent we share nothing."),
        N_("A consent names the persons, what it is for, and which kinds of information. Nothing is ticked "
           "beforehand."),
        N_("A no is an answer, and has its own button. A no does not change that the citizen can live here."),
        N_("The citizen can withdraw the consent at any time, all or part of it, without saying why."),
        N_("What has been shared stands on the list, also afterwards."),
        N_("Sometimes a law says that we must or may share without consent. Then write which law, and why; "
           "the citizen is told, if we may."),
    )),
    Topic("directory", N_("The directory of services"), (
        N_("Herberget, under Services, holds what there is for citizens: in town, and who comes to the house on which "
           "days. Type a few letters to find one; the card beside the list is changed in place."),
        N_("A service is right for half a year. Then it is marked until somebody has looked and pressed "
           "»Still right«."),
        N_("In the plan a help is chosen from the directory, on the map somebody is added from it, and in the "
           "after-care each sign can say where to go."),
        N_("When a service closes, you are told first who uses it. From that day every plan says so."),
        N_("The three dots get services from a spreadsheet: you see what each column is, what is new and what is here "
           "already, before anything comes in. One Ctrl+Z takes it all back."),
        N_("Tick some services with the space bar and press Print: a list for a citizen, in the citizen's language."),
    )),
    Topic("backup", N_("Backup"), (
        N_("A backup is made each time you log in, if the newest is more than half an hour old. It is "
           "tested before it counts."),
        N_("Under Settings, Backup you see when the newest was made. There you can also make one now, and "
           "check the archive."),
        N_("A backup lies on the same computer. Copy the folder to another disk now and then; it is "
           "encrypted as the archive is."),
        N_("Restoring brings back what was stored then. What was written since is set aside, not deleted."),
        N_("If the archive is damaged, the login offers to restore by itself."),
    )),
    Topic("lock", N_("Lock, password and recovery code"), (
        N_("The screen locks by itself when nobody touches anything, and at once with Ctrl+L. Everything "
           "you wrote is stored."),
        N_("You choose the minutes under Settings, The shelter. While a meeting is held, it waits longer."),
        N_("A password has at least 15 characters. Three or four random words are good. Do not write it on "
           "the screen."),
        N_("If a password is forgotten, the recovery code on paper opens. Keep it in a locked cupboard."),
        N_("If the paper is lost, make a new code under Settings, Recovery code."),
        N_("If everybody forgets their password and the code is gone, nobody can open the archive."),
    )),
    Topic("house", N_("The shelter and its partners"), (
        N_("Here stands what the shelter and its partners share. It is not about one citizen. Ctrl+Shift+H brings you "
           "here."),
        POINT + N_("Services: what there is for citizens in town and in the house. They are chosen from here in the "
                   "plan and on the map."),
        POINT + N_("The frame: how you work together, question by question. The steering group approves it, and it is "
                   "brought up to date twice a year."),
        POINT + N_("Action plan: what you do to make it real, who does it, and when."),
        POINT + N_("Figures: how it goes. Nobody is counted alone: where there are fewer than five, no number is "
                   "shown."),
        POINT + N_("Ideas: what citizens say of the house, and what came of it. Write no names."),
        POINT + N_("Words of the house: templates, phrases, checklists, and what things are called here."),
    )),
    Topic("figures", N_("The shelter in numbers"), (
        N_("Under Herberget, Figures counts all courses of a time: how soon the plan is there, meetings, agreements, "
           "the waiting, the stay, and what the citizens say. Nobody is named, and no number is about one person."),
        HEAD + N_("What is not shown"),
        N_("A number of fewer than five citizens is not shown, and neither is one by which such a number could be "
           "worked out: where one part is small, another is hidden with it."),
        N_("Two times that lie over each other can still tell together what neither tells alone. Do not pass on both."),
        HEAD + N_("The yearly report"),
        N_("The numbers come by themselves. Write the foreword, what you learned, and what you will do next year; "
           "Ctrl+P prints the report."),
    )),
    Topic("keys", N_("The keys"), (
        HEAD + N_("Find your way"),
        N_("Ctrl+F or Ctrl+K – search citizens"),
        N_("Ctrl+D – My day"),
        N_("Ctrl+Shift+H – the shelter"),
        N_("Ctrl+1 to Ctrl+5 – the citizen's tabs"),
        N_("F8 – fold the list"),
        N_("F9 – show or hide the paper"),
        N_("F11 – full screen; in the network the map alone, large"),
        HEAD + N_("Write"),
        N_("Ctrl+N – a note, when a citizen is in front"),
        N_("Ctrl+B – new citizen; on My day Ctrl+N too"),
        N_("Ctrl+Shift+N – note a contact"),
        N_("Ctrl+M – new goal, in the plan"),
        N_("Ctrl+J – all notes, in the plan"),
        N_("Ctrl+R – how it is going, in the plan"),
        N_("Ctrl+Z and Ctrl+Y – undo and redo"),
        N_("Ctrl+H – what stood in the field before"),
        N_("F7 – the next word that the dictionary does not know, and what it may have been"),
        N_("/ and a short name – a phrase of the shelter's own"),
        N_("Ctrl+. – the plain words that the hint names"),
        N_("Ctrl+P – print the plan"),
        HEAD + N_("On the network map"),
        N_("The arrow keys – to the next person that way; PgDn and PgUp go round, Home and End to the first and the "
           "last"),
        N_("A letter – to whoever is called so; M and T with Shift"),
        N_("Enter – who it is"),
        N_("M – move by ring and part of life"),
        N_("T – tie to somebody else: find them in the same way, and Enter"),
        N_("Delete – remove; Ctrl+Z brings them back"),
        N_("The menu key or Shift+F10 – all of this as a menu"),
        N_("+, - and 0 – closer, further away, the whole map; Ctrl and the arrow keys move along over it"),
        HEAD + N_("While a meeting is held"),
        N_("Enter on the green button – the next one speaks, or the next point"),
        N_("Ctrl+PgDn and Ctrl+PgUp – the next point and the one before"),
        N_("F2 – write an agreement"),
        N_("F3 – write minutes"),
        N_("Shift+F3 – what to remember"),
        N_("Shift+F2 – put a topic aside"),
        N_("F5 – whoever has the floor has spoken"),
        N_("Shift+F5 – note who is here"),
        N_("F6 – silence"),
        N_("Shift+F6 – your private notes, and away with them; not in the full window"),
        N_("F11 – the whole window, for a projector"),
        N_("F12 – pause, and go on"),
        N_("Shift+F12 – move the end"),
        N_("The menu key on a face – comes now, leaves now, did not come"),
        HEAD + N_("The program"),
        N_("Ctrl++ and Ctrl+- – larger and smaller text"),
        N_("Ctrl+L – lock now"),
        N_("F1 – help about the place you are in"),
        N_("Alt – the menus"),
        N_("Esc – close what lies on top"),
        N_("Ctrl+Q – close Borgerplan"),
    )),
)
