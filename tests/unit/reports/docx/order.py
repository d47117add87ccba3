"""What Word refuses and LibreOffice forgives: children out of the order of the schema (ECMA-376,
part 1, annex A), a cell or a body that does not end as it must, names that stand twice."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr"
    " suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct"
    " topLinePunct autoSpaceDE"
    " autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents"
    " suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr"
    " sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint"
    " noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect"
    " bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc"
    " tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText"
    " vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc"
    " pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi"
    " rtlGutter docGrid printerSettings",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "pBdr": "top left bottom right between bar",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden"
    " unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr"
    " tcPr tblStylePr",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "settings": "writeProtection view zoom removePersonalInformation removeDateAndTime"
    " doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText"
    " printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts"
    " saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges"
    " bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors"
    " hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles"
    " stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView trackRevisions"
    " doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme"
    " styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone"
    " doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle"
    " evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets"
    " drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery"
    " displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin"
    " drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData"
    " noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars"
    " noLineBreaksAfter noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema"
    " saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml"
    " saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags alwaysMergeEmptyNamespace"
    " updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids attachedSchema"
    " themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures"
    " forceUpgrade captions readModeInkLockDown smartTagType shapeDefaults doNotEmbedSmartTags"
    " decimalSymbol listSeparator",
}


def find_disorder(document: bytes) -> list[str]:
    """A line for each thing that is not as the schema has it."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        parts = [name for name in archive.namelist() if name.startswith("word/")]
        roots = {n: etree.fromstring(archive.read(n)) for n in parts if n.endswith(".xml")}
    return [f"{name}: {found}" for name, root in roots.items() for found in _find(root)]


def _find(root: Any) -> Iterator[str]:
    for kind, order in _ORDERS.items():
        ranks = {name: rank for rank, name in enumerate(order.split())}
        ranks |= {"footerReference": ranks.get("headerReference", 0)}
        for element in root.iter(_W + kind):
            names = [child.tag.removeprefix(_W) for child in element if child.tag.startswith(_W)]
            if unknown := set(names) - ranks.keys():
                yield f"{sorted(unknown)} in {kind}"
                continue
            found = [ranks[name] for name in names]
            if found != sorted(found):
                yield f"{kind}: {names}"
    for cell in root.iter(_W + "tc"):
        if cell[-1].tag != _W + "p":
            yield "a cell without a paragraph at its end"
    for body in root.iter(_W + "body"):
        if body[-1].tag != _W + "sectPr" or body[-2].tag != _W + "p":
            yield "a body without a paragraph and a section at its end"
    for part in (*root.iter(_W + "hdr"), *root.iter(_W + "ftr")):
        if not part.findall(_W + "p"):
            yield "a header without a paragraph"
    yield from _find_doubles(root)


def _find_doubles(root: Any) -> Iterator[str]:
    numbers = [drawing.get("id") for drawing in root.iter(_WP + "docPr")]
    if len(numbers) > len(set(numbers)):
        yield f"drawings share a number: {numbers}"
    for table in root.iter(_W + "tbl"):
        grid = len(table.findall(f"{_W}tblGrid/{_W}gridCol"))
        for row in table.findall(_W + "tr"):
            cells = row.findall(_W + "tc")
            spans = [cell.find(f"{_W}tcPr/{_W}gridSpan") for cell in cells]
            width = sum(1 if span is None else int(span.get(_W + "val", "1")) for span in spans)
            if width != grid:
                yield f"a row of {width} cells in a table of {grid}"
