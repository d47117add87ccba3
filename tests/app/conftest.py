"""What the pages' tests share: no test sees what another one cached."""

import pytest
import streamlit as st


@pytest.fixture(autouse=True)
def _fresh_caches():
    st.cache_resource.clear()
