FROM debian:13 AS one
RUN a
#@0-3 dockerfile/consecutive-run
RUN b
# and then
RUN c
COPY x /x/
RUN a
RUN b && c
RUN d
RUN e
FROM debian:13
ADD a .
#@0-3 dockerfile/consecutive-run
ADD b c .
ADD d .
RUN --mount=type=cache,target=/c a
RUN --mount=type=cache,target=/d b
RUN c
RUN useradd d
RUN e
COPY a /a
COPY b /b
COPY c /c
