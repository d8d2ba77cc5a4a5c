"""Why a call of a trace failed: rules that read the model of Cryptoki, and mistakes that no call reports."""
