"""Archives of millions of articles, on engines that run on many machines: Ray Data and Spark.

Both read Parquet, call the same function (`rows.annotate`) with batches of rows on processes that hold the
model, and write Parquet. What is one machine's affair is in `service.cli`; what is the engines' is theirs.
"""
