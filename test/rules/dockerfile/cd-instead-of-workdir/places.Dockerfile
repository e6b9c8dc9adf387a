FROM debian:13
RUN cd /a
#   ^^ dockerfile/cd-instead-of-workdir
RUN cd /a && b
#   ^^ dockerfile/cd-instead-of-workdir
RUN a && cd b
#        ^^ dockerfile/cd-instead-of-workdir
RUN cd /a; b; c
#   ^^ dockerfile/cd-instead-of-workdir
RUN a && cd /b && c
RUN (cd /a && b)
RUN a || cd /b
RUN cd /proc/self && ls
#   ^^ dockerfile/cd-instead-of-workdir
RUN cd "$X" && a
#   ^^ dockerfile/cd-instead-of-workdir
RUN ["cd", "/a"]
RUN if a; then cd /b; fi
ONBUILD RUN cd /a
#           ^^ dockerfile/cd-instead-of-workdir
RUN --mount=type=cache,target=/c cd /a
#                                ^^ dockerfile/cd-instead-of-workdir
