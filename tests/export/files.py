"""Files as any program reads and writes them: Python's csv module, and openpyxl.

csv PATH, xlsx PATH: prints the cells of a saved file as JSON.
write-site ROWS PATH: writes rows (JSON) as the site's own file.
"""

import csv
import datetime
import json
import sys

PATTERNS = {
    "yyyy-mm-dd": "%Y-%m-%d",
    "yyyy-mm-dd hh:mm": "%Y-%m-%dT%H:%M",
    "yyyy-mm-dd hh:mm:ss": "%Y-%m-%dT%H:%M:%S",
}


def csv_rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, strict=True))


def cell(value):
    if value.value is None:
        return None
    if value.data_type == "f":
        return {"formula": value.value}
    if isinstance(value.value, datetime.datetime):
        return {"date": value.value.strftime(PATTERNS[value.number_format])}
    if value.data_type == "n":
        return {"number": value.value, "cents": len(value.number_format.partition(".")[2])}
    return {"text": value.value}


def xlsx_sheets(path):
    import openpyxl

    workbook = openpyxl.load_workbook(path)
    return {sheet.title: [[cell(value) for value in row] for row in sheet.iter_rows()] for sheet in workbook}


def write_site(source, path):
    import openpyxl

    workbook = openpyxl.Workbook()
    workbook.active.title = "Account"
    sheet = workbook.create_sheet("Order Information")
    with open(source, encoding="utf-8") as file:
        for row in json.load(file):
            sheet.append(row)
    workbook.save(path)


TASKS = {"csv": csv_rows, "xlsx": xlsx_sheets, "write-site": write_site}
json.dump(TASKS[sys.argv[1]](*sys.argv[2:]), sys.stdout)
