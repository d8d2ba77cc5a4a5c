"""Compiled from data/ by ckrtool._generate; never edited."""
