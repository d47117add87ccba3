"""Everything that knows Streamlit, apart from app.py, pages/ and serve.py."""
