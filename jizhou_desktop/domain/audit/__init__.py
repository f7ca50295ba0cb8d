"""Audit rules (审核规则): what is wrong, odd or missing in what an office holds, rule by rule."""
