"""An answer in a mail that was saved whole is found wherever it lies, and a hostile mail is refused at once."""
from __future__ import annotations

import base64
import time
from email.message import EmailMessage

import pytest

from borgerplan_desktop.documents.calendar_reply import NotAReply, Why, read_calendar_reply
from borgerplan_desktop.documents.reply_mail import LARGEST_MAIL, calendar_in_mail

REPLY = ("BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:m1\r\n"
         "ATTENDEE;CN=\"Søren\";PARTSTAT=ACCEPTED:mailto:s@example.org\r\nCOMMENT:Jeg kommer på cykel\r\n"
         "END:VEVENT\r\nEND:VCALENDAR\r\n")
QUICK = 5.0                                              # seconds, on a busy computer


def mail(charset: str = "utf-8", cte: str = "base64", kind: str = "calendar") -> EmailMessage:
    made = EmailMessage()
    made["Subject"], made["From"] = "Accepteret: Møde", "Søren <s@example.org>"
    made.set_content("Jeg kommer")
    made.add_alternative(REPLY, subtype=kind, charset=charset, cte=cte, params={"method": "REPLY"})
    return made


@pytest.mark.parametrize(("charset", "cte"), [("utf-8", "base64"), ("utf-8", "quoted-printable"), ("utf-8", "8bit"),
                                              ("iso-8859-1", "quoted-printable"), ("windows-1252", "base64")])
def test_the_answer_is_read_as_it_was_sent(charset: str, cte: str) -> None:
    found = read_calendar_reply(mail(charset, cte).as_bytes())
    assert (found.uid, found.answer, found.name, found.words) == ("m1", "ACCEPTED", "Søren", "Jeg kommer på cykel")


def test_it_is_found_in_a_forwarded_mail_and_as_an_attached_file() -> None:
    outer = EmailMessage()
    outer["Subject"] = "VS: Accepteret"
    outer.set_content("Se her")
    outer.add_attachment(mail())
    assert read_calendar_reply(outer.as_bytes()).uid == "m1"
    file = EmailMessage()
    file.set_content("Svar")
    file.add_attachment(REPLY.encode(), "application", "ics", filename="invite.ics")
    assert read_calendar_reply(b"\xef\xbb\xbf\r\n" + file.as_bytes()).uid == "m1"
    assert read_calendar_reply(b"From s@example.org Thu Nov 12 10:00:00 2026\n" + mail().as_bytes()).uid == "m1"


def of_type(words: bytes, body: bytes = b"") -> bytes:
    return b"MIME-Version: 1.0\nContent-Type: " + words + b"\n\n" + body


def nested(levels: int) -> bytes:
    made = REPLY.encode()
    for n in range(levels):
        made = b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) + made + b"\n--b%d--\n" % n
    return made


HOSTILE = {
    "words alone": b"Subject: Nej\n\nJeg kan ikke",
    "many levels": nested(3_000),
    "mails within mails": b"Content-Type: message/rfc822\n\n" * 5_000,
    "a type of a million quotes": of_type(b'text/calendar; a=' + b'";' * 1_000_000),
    "the same with old line ends": of_type(b'text/calendar; a=' + b'";' * 1_000_000).replace(b"\n", b"\r"),
    "fifty levels and a long text": nested(50) + b"--b\n" * 500_000,
    "a strange charset": of_type(b"text/calendar; charset=punycode", b"a-" * 1_000_000),
    "broken base64": of_type(b"text/calendar\nContent-Transfer-Encoding: base64", b"%%%=" * 100_000),
    "an invitation": of_type(b"text/calendar", REPLY.replace("REPLY", "REQUEST").encode()),
    "a calendar that is huge": of_type(b"text/calendar\nContent-Transfer-Encoding: base64",
                                       base64.encodebytes(b"X" * (6 * 2**20))),
    "too large": b"Subject: x\n\n" + b"x" * LARGEST_MAIL,
    "headers only": b"A:" + b"\nB:" * 500_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_mail_without_an_answer_or_made_to_be_hard_is_refused_at_once(name: str) -> None:
    began = time.perf_counter()
    with pytest.raises(NotAReply) as told:
        read_calendar_reply(HOSTILE[name])
    assert time.perf_counter() - began < QUICK
    assert isinstance(told.value.why, Why)


def test_many_parts_are_still_a_mail() -> None:
    many = mail()
    many.make_mixed()
    for number in range(40):
        many.add_attachment(b"x", "application", "pdf", filename=f"{number}.pdf")
    assert calendar_in_mail(many.as_bytes()) is not None
