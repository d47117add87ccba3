"""What became of a change that the store could not make, in sentences."""

from ttpv.store import NotCertain, StoreError, explain


def describe_failure(error: OSError | StoreError) -> str:
    """Why, and whether anything was written: only NotCertain leaves that open."""
    if isinstance(error, NotCertain):
        return str(error)
    if isinstance(error, OSError):
        return (
            f"Không ghi được vào kho số liệu: {explain(error)}. "
            "Chưa có gì thay đổi; hãy báo người quản trị."
        )
    return f"{error} Chưa có gì thay đổi."
