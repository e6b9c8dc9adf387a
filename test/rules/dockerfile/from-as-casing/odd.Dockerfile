FROM debian:13 as a
#              ^^ dockerfile/from-as-casing
FROM debian:13 As b
#              ^^ dockerfile/from-as-casing
from debian:13 AS c
#              ^^ dockerfile/from-as-casing
frOM debian:13 as d
FROM --platform=linux/amd64 debian:13 \
  as e
# ^^ dockerfile/from-as-casing
FROM debian:13 as
