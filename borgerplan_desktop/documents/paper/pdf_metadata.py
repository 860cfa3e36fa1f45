"""What a file says it is: PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2), in its metadata and its colour space."""
from __future__ import annotations

import html
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from reportlab.pdfbase import pdfdoc

PROGRAM = "Borgerplan"


@dataclass(frozen=True)
class About:
    """Who made the paper (the program, where nobody is named), what it is, and the day it speaks of."""

    author: str = ""
    subject: str = ""
    on: date | None = None


def identify(document: Any, title: str, about: About, lang: str) -> None:
    """Put the metadata and the colour profile into reportlab's document."""
    info, on = document.info, about.on
    info.author, info.subject, info.creator = about.author or PROGRAM, about.subject or title, PROGRAM
    if on is not None:                                   # else the day of `invariant`, which nobody should believe
        info._dateFormatter = lambda *_clock: f"D:{on:%Y%m%d}000000Z"
    catalog = document.Catalog
    catalog.Metadata = pdfdoc.PDFStream(
        pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")}),
        _xmp(title, about, lang), filters=[])
    profile = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"N": 3}), srgb(), filters=[pdfdoc.PDFZCompress])
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.__Refs__ = [name for name in catalog.__NoDefault__ if name != "OutputIntents"]
    catalog.OutputIntents = pdfdoc.PDFArray([pdfdoc.PDFDictionary({
        "Type": pdfdoc.PDFName("OutputIntent"), "S": pdfdoc.PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": pdfdoc.PDFString("sRGB"), "Info": pdfdoc.PDFString("sRGB IEC61966-2.1"),
        "DestOutputProfile": document.Reference(profile)})])


@cache
def srgb() -> bytes:
    """The colour profile that PDF/A asks for; a file of ours, because one made on the spot holds the clock."""
    return (files("borgerplan_desktop.resources") / "srgb.icc").read_bytes()


def _end_streams_on_a_line_of_their_own() -> None:
    """PDF/A-2 clause 6.1.7.1 wants an end-of-line before `endstream`, which reportlab leaves out."""
    plain = pdfdoc.PDFStream.format

    def format(self: pdfdoc.PDFStream, document: pdfdoc.PDFDocument) -> bytes:
        return plain(self, document).removesuffix(b"endstream\n") + b"\nendstream\n"

    pdfdoc.PDFStream.format = format


_end_streams_on_a_line_of_their_own()

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{program}</xmp:CreatorTool>{dates}
<pdf:Producer>ReportLab PDF Library - (opensource)</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def _xmp(title: str, about: About, lang: str) -> bytes:
    day = f"{about.on:%Y-%m-%d}T00:00:00Z" if about.on else ""
    dates = f"<xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>" if day else ""
    return _XMP.format(title=html.escape(title), author=html.escape(about.author or PROGRAM),
                       subject=html.escape(about.subject or title), lang=html.escape(lang), program=PROGRAM,
                       dates=dates).encode()
