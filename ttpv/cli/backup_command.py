"""python -m ttpv backup, restore-backup, export: the whole store in one file, and other formats."""

import argparse
from pathlib import Path

from ttpv.cli.output import print_json, say
from ttpv.core.text import format_number
from ttpv.reference import Reference
from ttpv.store import Store, restore_backup


def run_backup(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    backup = store.backup(options.file)
    if options.json:
        print_json(
            {
                "file": str(options.file),
                "snapshot": backup.snapshot,
                "snapshots": backup.snapshots,
                "files": backup.files,
                "bytes": backup.size,
            }
        )
    else:
        say(
            f"Đã sao lưu {backup.snapshots} lần công bố, đến lần {backup.snapshot}, vào "
            f"{options.file} ({format_number(backup.size // 1024)} KB)."
        )
    return 0


def run_restore_backup(options: argparse.Namespace, folder: Path) -> int:
    """Needs neither a store nor reference data: there may be none yet."""
    target = options.into or folder
    current = restore_backup(options.file, target)
    if options.json:
        print_json({"folder": str(target), "snapshot": current.id})
    else:
        say(f"Đã khôi phục kho vào {target}; lần công bố hiện tại là {current.id}.")
        if options.into is not None:
            say(f"Để dùng kho này: đặt TTPV_DATA_DIR={target}, rồi chạy lại make run.")
    return 0


def run_export(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    snapshot, tables = store.export(options.directory, options.format)
    if options.json:
        print_json(
            {
                "directory": str(options.directory),
                "format": options.format,
                "snapshot": snapshot.id,
                "tables": [{"name": table.name, "rows": table.rows} for table in tables],
            }
        )
    else:
        say(f"Đã xuất lần công bố {snapshot.id} vào {options.directory}:")
        for table in tables:
            say(f"  {table.name}: {format_number(table.rows)} dòng")
    return 0
