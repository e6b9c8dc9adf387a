FROM alpine:3.22
RUN wget https://example.com/a -O /q && wget -O -q https://example.com/b
#   ^^^^ dockerfile/wget-no-progress
#                                       ^^^^ dockerfile/wget-no-progress
RUN ["wget", "https://example.com/a"]
#     ^^^^ dockerfile/wget-no-progress
FROM $BASE
ONBUILD RUN wget -c https://example.com/a
#           ^^^^ dockerfile/wget-no-progress
