"""ttpv: KPI monitor of a Vietnamese Provincial Public Administrative Service Centre."""
