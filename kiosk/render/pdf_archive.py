"""What makes a PDF an archive's (PDF/A-2u, ISO 19005-2): the metadata that says so, and what its greys mean."""

from html import escape

from kiosk.render.icc import NAME, srgb
from kiosk.render.pdf_objects import Objects, Part

PRODUCER = "kiosk"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
{conformance}
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>ja-JP</rdf:li></rdf:Bag></dc:language><pdf:Producer>{producer}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


_ARCHIVED = "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>"


def archive_entries(objects: Objects, *, title: str, archived: bool = True) -> tuple[Part, ...]:
    """Add the metadata and the output intent; what the catalogue says of them. No day stands in it.

    Not `archived`, because a city's own paper in it is none, the file does not call itself an archive's.
    """
    xmp = _XMP.format(title=escape(title, quote=False), producer=PRODUCER, conformance=_ARCHIVED * archived).encode()
    metadata = objects.plain_stream(xmp, b"/Type/Metadata/Subtype/XML")
    profile = objects.stream(srgb(), b"/N 3")
    name = NAME.encode()
    intent = b"/Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(%b)/Info(%b)/DestOutputProfile " % (name, name)
    return (b"/Metadata ", metadata, b"/OutputIntents[<<", intent, profile, b">>]")
