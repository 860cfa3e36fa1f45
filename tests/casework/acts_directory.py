"""What is done in the directory of services while a citizen's case is open."""
from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

from borgerplan_desktop.casework.directory import sample, services, take_in_services
from borgerplan_desktop.casework.directory.coming_services import coming
from borgerplan_desktop.casework.directory.services_files import Look
from borgerplan_desktop.casework.directory.table_columns import guessed
from borgerplan_desktop.casework.leaving.after_care import choose_where_to_go
from borgerplan_desktop.casework.network.people_of_services import add_from_service
from borgerplan_desktop.casework.open_case import Conflict, OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.documents.reading_in.found_table import FoundTable
from borgerplan_desktop.model.directory import InHouse, Service, ServiceKind
from borgerplan_desktop.model.leaving import RelapseSign
from tests.casework.acts import nth


def service_of_directory(opened: OpenCase, a: int, b: int) -> None:
    shelter = opened.shelter
    if shelter is None:
        return
    if b < 2 or (found := nth(shelter, Service, a)) is None:
        services.add_service(shelter, f"tilbud {a}", list(ServiceKind)[b % 4])
    elif b < 4:
        services.still_right(shelter, found)
    elif b < 6:
        services.retire_service(shelter, found, b % 2 == 0)
    elif b < 8:
        services.close_service(shelter, found, shelter.today() + timedelta(days=a) if b % 2 else None)
    else:
        with suppress(Refused, Conflict):                # one row alone; one that speaks for nobody by now
            services.merge_services(shelter, found, shelter.case.all(Service)[0], ["phone"])


def day_in_house(opened: OpenCase, a: int, b: int) -> None:
    shelter = opened.shelter
    if shelter is None or (found := nth(shelter, Service, a)) is None:
        return
    day = nth(shelter, InHouse, a)
    if b < 4 or day is None:
        services.add_day(shelter, found, b % 7)
    elif b < 8:
        services.set_weekday(shelter, day, b % 7)
    else:
        services.remove_day(shelter, day)


def ready_services(opened: OpenCase, _a: int, b: int) -> None:
    if opened.shelter is not None:
        (sample.take_sample_in if b % 2 else sample.leave_sample_out)(opened.shelter)


def services_of_file(opened: OpenCase, a: int, b: int) -> None:
    if opened.shelter is None:
        return
    rows = [["Navn", "Telefon", "I huset"], *([f"tilbud {n}", f"12 34 56 7{b}", "mandag 10-12"] for n in range(a + 1))]
    look = Look(FoundTable(rows, list(range(1, len(rows) + 1))), 0, guessed(rows[0]))
    take_in_services.take_in_services(opened.shelter, coming(opened.shelter.case, look))


def where_to_go(opened: OpenCase, a: int, b: int) -> None:
    sign, found = nth(opened, RelapseSign, a), nth(opened.shelter, Service, b) if opened.shelter is not None else None
    if sign is not None:
        choose_where_to_go(opened, sign, found)


def on_the_map(opened: OpenCase, a: int, _b: int) -> None:
    if opened.shelter is not None and (found := nth(opened.shelter, Service, a)) is not None:
        add_from_service(opened, found)


ACTS = {f"directory: {act.__name__}": act for act in (
    service_of_directory, day_in_house, ready_services, services_of_file, where_to_go, on_the_map)}
