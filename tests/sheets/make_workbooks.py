#!/usr/bin/env python3
"""Writes small workbooks, good and hostile, as the programs that offices use would write them.

usage: make_workbooks.py FOLDER

Only the standard library: what is in a file is what is written here, byte for byte. Each workbook is
one case of tests/cli/workbooks_test.py, which names what it expects to be said of it.
"""
import pathlib
import sys
import zipfile
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DAY = 1  # the style of a day

ODF = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
               for name in ("office", "table", "text", "style", "manifest"))


def archive(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), content,
                          zipfile.ZIP_DEFLATED)


# ---- xlsx

def letter(column):
    return chr(ord("A") + column)


def text(value):
    return ' t="inlineStr"', f"<is><t>{escape(value)}</t></is>"


def shared(index):
    return ' t="s"', f"<v>{index}</v>"


def number(value, style=0):
    return (f' s="{style}"' if style else ""), f"<v>{value}</v>"


def truth(value):
    return ' t="b"', f"<v>{int(value)}</v>"


def error(shown, formula="1/0"):
    return ' t="e"', f"<f>{formula}</f><v>{shown}</v>"


def formula(written, value=None):
    return "", f"<f>{escape(written)}</f>" + ("" if value is None else f"<v>{value}</v>")


def as_cell(value):
    if isinstance(value, tuple):
        return value
    return text(value) if isinstance(value, str) else number(value)


def sheet(rows, merged=(), doctype="", hidden=()):
    """A sheet of rows; None is an empty cell."""
    body = ""
    for at, row in enumerate(rows, 1):
        cells = ""
        for column, value in enumerate(row):
            if value is not None:
                attributes, content = as_cell(value)
                cells += f'<c r="{letter(column)}{at}"{attributes}>{content}</c>'
        body += f'<row r="{at}"{" hidden=" + chr(34) + "1" + chr(34) if at in hidden else ""}>{cells}</row>'
    merges = "".join(f'<mergeCell ref="{ref}"/>' for ref in merged)
    merges = f"<mergeCells>{merges}</mergeCells>" if merges else ""
    return f'{HEAD}{doctype}<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData>{merges}</worksheet>'


def xlsx(path, sheets, strings=(), states=None, more=None, missing=None):
    """A workbook of {title: sheet}; `states` hides some, `more` adds parts, to `missing` nothing leads."""
    kinds = {}
    listed = related = ""
    for at, (title, content) in enumerate(sheets.items(), 1):
        state = (states or {}).get(title)
        listed += (f'<sheet name="{escape(title)}" sheetId="{at}"'
                   + (f' state="{state}"' if state else "") + f' r:id="rId{at}"/>')
        if title != missing:
            related += (f'<Relationship Id="rId{at}" Type="{DOCUMENT}/worksheet" '
                        f'Target="worksheets/sheet{at}.xml"/>')
        kinds[f"xl/worksheets/sheet{at}.xml"] = content
    related += f'<Relationship Id="rIdT" Type="{DOCUMENT}/sharedStrings" Target="sharedStrings.xml"/>'
    related += f'<Relationship Id="rIdS" Type="{DOCUMENT}/styles" Target="/xl/styles.xml"/>'
    items = "".join(f"<si>{item}</si>" for item in strings)
    archive(path, {
        "[Content_Types].xml": HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
                                      'content-types"><Default Extension="xml" '
                                      'ContentType="application/xml"/></Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
                       f'Type="{DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{DOCUMENT}">'
                           f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}">{related}'
                                      "</Relationships>",
        "xl/sharedStrings.xml": f'{HEAD}<sst xmlns="{MAIN}">{items}</sst>',
        # 0: a number. 1: a day of Excel's own. 2: a day as Italians ask for it. 3: a share. 4: a time.
        # 6: a time in capitals.
        "xl/styles.xml": f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="3">'
                         '<numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/>'
                         '<numFmt numFmtId="165" formatCode="[$-410]#,##0.0&quot; del giorno&quot;"/>'
                         '<numFmt numFmtId="166" formatCode="[HH]:MM"/>'
                         '</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>'
                         '<xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="20"/>'
                         '<xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>',
        **kinds, **(more or {})})


# ---- ods

def ods_cell(value):
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, tuple):
        return value[1]
    if isinstance(value, bool):
        shown = "true" if value else "false"
        return (f'<table:table-cell office:value-type="boolean" office:boolean-value="{shown}">'
                "<text:p>VERO</text:p></table:table-cell>")
    if isinstance(value, str):
        return ('<table:table-cell office:value-type="string">'
                f"<text:p>{escape(value)}</text:p></table:table-cell>")
    return (f'<table:table-cell office:value-type="float" office:value="{value}">'
            f"<text:p>{value}</text:p></table:table-cell>")


def raw(xml):
    return "raw", xml


def ods_day(day):
    return raw(f'<table:table-cell office:value-type="date" office:date-value="{day}">'
               "<text:p>31/12/25</text:p></table:table-cell>")


# A million empty rows with a border, which LibreOffice keeps to the end of the sheet.
ODS_END = ('<table:table-row table:number-rows-repeated="1048000">'
           '<table:table-cell table:style-name="ce1" table:number-columns-repeated="16384"/>'
           "</table:table-row>")


def ods_rows(rows):
    return "".join("<table:table-row>" + "".join(map(ods_cell, row)) + "</table:table-row>"
                   for row in rows)


def ods(path, tables, more=None, doctype="", after=()):
    """A workbook of {title: rows}; a title that begins with `-` is of a hidden sheet, and `after` are
    rows beyond the last that a sheet has."""
    body = ""
    for title, rows in tables.items():
        style = "ta2" if title.startswith("-") else "ta1"
        body += f'<table:table table:name="{escape(title.lstrip("-"))}" table:style-name="{style}">'
        body += ods_rows(rows) + ODS_END + (ODS_END + ods_rows(after) if after else "") + "</table:table>"
    archive(path, {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": f'{HEAD}{doctype}<office:document-content {ODF}><office:automatic-styles>'
                       '<style:style style:name="ta1"><style:table-properties table:display="true"/>'
                       '</style:style><style:style style:name="ta2">'
                       '<style:table-properties table:display="false"/></style:style>'
                       f"</office:automatic-styles><office:body><office:spreadsheet>{body}"
                       "</office:spreadsheet></office:body></office:document-content>",
        "META-INF/manifest.xml": f"{HEAD}<manifest:manifest {ODF}/>",
        **(more or {})})


# ---- the cases

HEADER = ["ambito", "anno", "popolazione", "assistenti", "pronto_attivo"]
ROW = ["lodi", 2025, 50000, 9.5, truth(True)]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTITY = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def write_all(folder):
    folder.mkdir(parents=True, exist_ok=True)

    def book(name, rows, **more):
        xlsx(folder / f"{name}.xlsx", {"dati": sheet(rows, **more)})

    # what offices do
    xlsx(folder / "buono.xlsx",
         {"Istruzioni": sheet([["Come si compila", "una riga per Ambito"]]),
          "dati": sheet([HEADER + ["nota", "data_di_rilevazione"],
                         ["lodi", 2025, 50000, "n.d.", truth(True), shared(0), number(46022, 2)],
                         ["crema", 2025, number("50000.000000000001", 5), 17.1, "sì", shared(1),
                          "30/11/2025"]]),
          "opzioni": sheet([["sì"], ["no"]])},
         strings=["<t>Tutti </t>", "<r><t>in </t></r><r><t>pezzi_x000D_</t></r><rPh><t>no</t></rPh>"],
         states={"opzioni": "veryHidden"})
    ods(folder / "buono.ods",
        {"dati": [HEADER + ["data_di_rilevazione"],
                  ["lodi", 2025, 50000, 9.5, True, ods_day("2025-12-31")],
                  ["crema", 2025, 50000, None, "no", ods_day("2025-11-30T00:00:00")]],
         "-vecchi": [HEADER]})
    book("accenti", [["Ambito", "Anno", "Popolazióne", "assistenti\nsociali"], ["lodi", 2025, 5, 3]])
    xlsx(folder / "nascosto.xlsx", {"dati": sheet([HEADER, ROW], hidden=[2]), "bozza": sheet([HEADER])},
         states={"bozza": "hidden"})
    xlsx(folder / "appunti.xlsx", {"dati": sheet([HEADER, ROW]), "appunti": sheet([["da rivedere"]])})
    book("formule", [HEADER, ["lodi", formula("2024+1", 2025), 50000, 9.5, truth(True)]])

    # what goes wrong
    book("testi", [HEADER, ["lodi", 2025, "50.000", "17,5", "forse"]])
    book("date", [HEADER + ["data_di_rilevazione"],
                  ["lodi", 2025, number(45992, DAY), 9.5, truth(True), 45992]])
    book("errori", [HEADER, ["lodi", 2025, error("#DIV/0!"), error("#N/A"), formula("C2>0")]])
    book("ore", [HEADER, ["lodi", 2025, 50000, number("0.5", 4), truth(True)]])
    book("unite", [HEADER, ["lodi", 2025, 50000, 9.5, truth(True)], [None, 2024, 5, 3, None]],
         merged=["A2:A3", "B7:C7"])
    book("doppia", [HEADER + ["assistenti"], ROW + [3]])
    book("senza_nome", [HEADER, ROW + ["x"]])
    book("limiti", [HEADER, ["lodi", 2025, 61.348, -3, truth(True)]])
    ods(folder / "errori.ods",
        {"dati": [HEADER, ["lodi", 2025,
                           raw('<table:table-cell table:formula="of:=1/0" office:value-type="string" '
                               'office:string-value=""><text:p>#DIV/0!</text:p></table:table-cell>'),
                           raw('<table:table-cell table:formula="of:=[.A1]"/>'),
                           raw('<table:table-cell office:value-type="time" '
                               'office:time-value="PT08H00M00S"><text:p>08:00</text:p>'
                               "</table:table-cell>")],
                  [raw('<table:table-cell table:number-columns-spanned="2" '
                       'table:number-rows-spanned="1" office:value-type="string"><text:p>Totale'
                       "</text:p></table:table-cell>"), raw("<table:covered-table-cell/>"), 5]]})

    # cells and sheets that other programs write otherwise
    book("vuote", [HEADER, ["lodi", 2025, (' t="s"', ""), (' t="s"', "<v/>"), (' t="b"', "")]])
    book("veri", [HEADER, ["lodi", 2025, 50000, number("9<!-- -->.5"), (' t="b"', "<v>TRUE</v>")],
                  ["crema", 2025, 50000, 9, (' t="b"', "<v>VERO</v>")]])
    book("maiuscole", [HEADER, ["lodi", 2025, 50000, number("0.5", 6), truth(True)]])
    xlsx(folder / "pezzi.xlsx",
         {"dati": sheet([HEADER + ["nome"], ROW + [shared(0)]])},
         strings=['<r><t>Città</t></r><r><t xml:space="preserve"> </t></r><r><t>di Lodi</t></r>'])
    xlsx(folder / "irraggiungibile.xlsx", {"dati": sheet([HEADER, ROW]), "comuni": sheet([["x"]])},
         missing="comuni")
    ods(folder / "oltre.ods",
        {"dati": [HEADER, ["lodi", 2025, 50000, 9.5, True]]}, after=[["crema", 2025, 50000, 9, True]])
    xlsx(folder / "rinominato.csv", {"dati": sheet([HEADER, ROW])})
    (folder / "portale.xls").write_text("<html><table><tr><td>ambito</td></tr></table></html>")
    (folder / "testo.xlsx").write_text("ambito;anno\nlodi;2025\n")
    (folder / "vuoto.ods").write_bytes(b"")
    (folder / "lucchetto.xlsx").write_bytes(OLE + "EncryptedPackage\0".encode("utf-16-le"))
    for name in ("antico.xlsx", "antico.xls"):
        (folder / name).write_bytes(OLE + "Workbook\0".encode("utf-16-le"))

    # hostile
    xlsx(folder / "entita.xlsx", {"dati": sheet([HEADER, ROW], doctype=ENTITY)})
    ods(folder / "entita.ods", {"dati": [HEADER]}, doctype=ENTITY)
    xlsx(folder / "macro.xlsx", {"dati": sheet([HEADER, ROW])}, more={"xl/vbaProject.bin": b"x"})
    xlsx(folder / "rimandi.xlsx", {"dati": sheet([HEADER, ROW])},
         more={"xl/externalLinks/externalLink1.xml": HEAD + "<externalLink/>"})
    xlsx(folder / "bomba.xlsx", {"dati": sheet([HEADER, ROW])},
         more={"xl/media/image1.png": bytes(65 << 20)})
    lie(folder / "bugia.xlsx", folder / "bomba_piccola.xlsx")
    xlsx(folder / "ripetuta.xlsx", {"dati": sheet([[shared(0)] * 20] * 200)},
         strings=["<t>" + "x" * 40000 + "</t>"])
    blank = raw('<table:table-cell office:value-type="string" table:number-columns-repeated="16384">'
                "<text:p> </text:p></table:table-cell>")
    ods(folder / "bianche.ods", {f"f{i}": [[blank]] * 1000 for i in range(30)})
    xlsx(folder / "uguali.xlsx", {f"f{i}": sheet([[shared(0)]]) for i in range(20)},
         strings=["<t>" + "x" * (1 << 20) + "</t>"])
    xlsx(folder / "sciame.xlsx",
         {"dati": f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData><row>{"<c/>" * 9_000_000}</row></sheetData>'
                  "</worksheet>"})
    ods(folder / "righe.ods",
        {"dati": [[raw('<table:table-cell table:number-columns-repeated="16384" '
                       'office:value-type="float" office:value="1"/>')]] * 30})
    archive(folder / "parole.xlsx", {"word/document.xml": HEAD + "<document/>"})
    (folder / "tronco.xlsx").write_bytes((folder / "buono.xlsx").read_bytes()[:900])
    archive(folder / "chiuso.ods", {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"\x00\x01\x02",
        "META-INF/manifest.xml": f"{HEAD}<manifest:manifest {ODF}><manifest:file-entry "
                                 'manifest:full-path="content.xml"><manifest:encryption-data/>'
                                 "</manifest:file-entry></manifest:manifest>"})


def lie(path, scratch):
    """A bomb whose directory says that the part is small."""
    xlsx(scratch, {"dati": HEAD + "<!--" + "x" * (66 << 20) + "-->"})
    content = bytearray(scratch.read_bytes())
    scratch.unlink()
    size = (len(HEAD) + (66 << 20) + 7).to_bytes(4, "little")
    content = content.replace(size, (1000).to_bytes(4, "little"))
    path.write_bytes(content)


if __name__ == "__main__":
    write_all(pathlib.Path(sys.argv[1]))
