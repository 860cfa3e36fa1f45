"""Files with invented people, as telephones, mail programs and easyNWK write them."""
from __future__ import annotations

import base64
import json
from typing import Any

ANDROID = (                                              # 2.1: quoted-printable, soft line breaks, numbers by their use
    "BEGIN:VCARD\r\nVERSION:2.1\r\n"
    "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Kj=C3=A6rsg=C3=A5rd;S=C3=B8=\r\nren;;;\r\n"
    "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:S=C3=B8ren=20Kj=C3=A6rsg=C3=A5rd\r\n"
    "TEL;HOME;FAX:99 99 99 99\r\nTEL;HOME:11 22 33 44\r\nTEL;CELL:12 34 56 78\r\n"
    "EMAIL;HOME:soren@example.org\r\n"
    "NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Ring=20f=C3=B8rst,=20efter=20fyraften=0D=0A=\r\nog=20husk=20n=C3=B8glen\r\n"
    "PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD\r\n /2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAs\r\n\r\n"
    "END:VCARD\r\n").encode("ascii")

IPHONE = (                                               # 3.0: groups with labels of their own
    "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Apple Inc.//iPhone OS 17.0//EN\r\n"
    "N:Lind;Åse;Marie;;\r\nFN:Åse Marie Lind\r\nORG:Genbrugsen\\, Nord;Værkstedet\r\nTITLE:Leder\r\n"
    "item1.TEL:+45 87 65 43 21\r\nitem1.X-ABLabel:_$!<HomeFAX>!$_\r\n"
    "TEL;type=CELL;type=VOICE;type=pref:+45 12 12 12 12\r\n"
    "item2.EMAIL;type=INTERNET:aase@example.org\r\nitem2.X-ABLabel:Fritid\r\n"
    "item3.X-ABRELATEDNAMES:Bo Frøkjær\r\nitem3.X-ABLabel:_$!<Friend>!$_\r\n"
    "NOTE:Meget lang note\\, som telefo\r\n nen folder\\nog bryder\r\n"
    "URL:http://localhost:9/billede\r\nPHOTO;VALUE=uri:http://localhost:9/foto.jpg\r\nBDAY:1980-01-01\r\n"
    "END:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Frøkjær;Bo;;;\r\nTEL;type=HOME:22 22 22 22\r\nEND:VCARD\r\n").encode()

NEWEST = (                                               # 4.0
    "BEGIN:VCARD\nVERSION:4.0\nUID:urn:uuid:aaaa\nFN:Zoë Őri\n"
    "TEL;VALUE=uri;PREF=1;TYPE=\"voice,cell\":tel:+36-1-234-5678\n"
    "EMAIL:mailto:zoe@example.org\nRELATED;TYPE=friend:urn:uuid:bbbb\nRELATED;VALUE=text:En udenfor\n"
    "GENDER:F\nEND:VCARD\n"
    "BEGIN:VCARD\nVERSION:4.0\nUID:urn:uuid:bbbb\nFN:محمد علي\nROLE:nabo\nEND:VCARD\n"
    "BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:Familien\nMEMBER:urn:uuid:aaaa\nEND:VCARD\n").encode()

OUTLOOK = (                                              # in Windows' letters, and with its own properties
    "BEGIN:VCARD\r\nVERSION:2.1\r\nX-MS-OL-DEFAULT-POSTAL-ADDRESS:0\r\nN;LANGUAGE=da:Højgård;Jørn\r\n"
    "FN:Jørn Højgård\r\n"
    "TEL;WORK;VOICE:33 33 33 33\r\nADR;WORK;PREF:;;Åvej 1;By;;1000;Danmark\r\nEND:VCARD\r\n")

IN_BASE64 = ("BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=UTF-8;ENCODING=BASE64:"
             + base64.b64encode("Łukasz Żak".encode()).decode() + "\nEND:VCARD\n").encode()


def cards(count: int) -> bytes:
    return "".join(f"BEGIN:VCARD\nVERSION:3.0\nN:Prøve{n};Nr;;;\nFN:Nr Prøve{n}\nTEL:10{n:06}\nEND:VCARD\n"
                   for n in range(count)).encode()


def alter(id: int, name: str, angle: float, distance: float, **more: Any) -> dict[str, Any]:
    return {"id": id, "name": name, "role": "", "roleDefault": False, "human": True,
            "currentGender": "nicht festgelegt", "genderDefault": True, "age": "", "note": "",
            "deceased": False, "edgeType": 1, "edgeTypeByUser": -1,
            "angle": angle, "distance": distance, **more}


def version(id: int, day: str, *alteri: object, ties: tuple[tuple[int, int], ...] = (), title: str = "") -> (
        dict[str, Any]):
    return {"id": id, "title": title, "date": day, "nwk": {
        "ego": {"name": "Jonas Prøve", "currentGender": "nicht festgelegt", "age": "", "note": ""},
        "alteri": list(alteri), "connections": [{"id1": a, "id2": b} for a, b in ties]}}


def record(*versions: dict[str, Any], current: int = 1, mark: bool = False) -> bytes:
    return json.dumps({"versions": list(versions), "currentVersion": current}, ensure_ascii=False).encode(
        "utf-8-sig" if mark else "utf-8")


MAP = record(
    version(1, "2026-02-01", alter(1, "Ida", 45, 20, role="søster"), alter(2, "Kalle", 120, 50),
            alter(9, "Onkel Finn", 30, 90), title="Første samtale"),
    version(2, "2026-08-01",
            alter(1, "Ida", 45, 15, role="søster", currentGender="weiblich", age="31", supportEmotional=3),
            alter(2, "Kalle", 120, 60, edgeType="0", edgeTypeByUser=0, supportMaterial="1"),
            alter(3, "Rex", 60, 40, role="hund", human=False, edgeType=0),
            alter(4, "Mormor", 70, 103, deceased=True, edgeType=0),
            alter(5, "Dr. Bay", -45, 80, role="Ärzt*in", edgeType=2, contactOfPartner=True, emoji="x"),
            alter(6, "Per fra værkstedet", -120, 95, conflict=True), alter(7, "Kusine Mia", 20, 120),
            alter(8, "Ny nabo", 0, 0, note="Har 311299-0006"), ties=((1, 2), (2, 1), (1, 77))),
    current=2, mark=True)
