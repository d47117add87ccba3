"""Delimited bytes → Arrow arrays of the needed columns; of the others no value is made."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pyarrow as pa
from pyarrow import csv

from ttpv.reference import DossierLayout

BLOCK = 1 << 20
"""A row must fit in a block; the blocks under way bound the memory (120 MB at 1 MB)."""


def read_columns(
    stream: Any,
    places: Mapping[str, int],
    layout: DossierLayout,
    *,
    width: int,
    delimiter: str,
    skip_lines: int = 0,
    encoding: str = "utf-8",
    is_quoted: bool = True,
    on_misshapen: Callable[[Any], str] | None = None,
) -> Iterator[dict[str, Any]]:
    """Batches of the columns at `places` of rows with `width` cells, as RawRows wants them.

    Raises pa.ArrowException, UnicodeError or ValueError, whose sentences may quote a row: whoever
    catches them keeps nothing of them.
    """
    dictionary = pa.dictionary(pa.int32(), pa.string())
    kinds = {column: layout.column_by_id[column].kind for column in places}
    batches = csv.open_csv(
        stream,
        read_options=csv.ReadOptions(
            use_threads=False,  # else Arrow does not know the number of a misshapen row
            block_size=BLOCK,
            skip_rows=skip_lines,
            column_names=[str(place) for place in range(width)],
            encoding=encoding,
        ),
        parse_options=csv.ParseOptions(
            delimiter=delimiter,
            quote_char='"' if is_quoted else False,
            newlines_in_values=is_quoted,
            ignore_empty_lines=False,  # they count as rows
            invalid_row_handler=on_misshapen,
        ),
        convert_options=csv.ConvertOptions(
            include_columns=[str(place) for place in places.values()],
            column_types={
                str(place): pa.string() if kinds[column] in ("code", "time") else dictionary
                for column, place in places.items()
            },
            strings_can_be_null=False,
        ),
    )
    for batch in batches:
        yield {column: batch.column(str(place)) for column, place in places.items()}
