FROM debian:13 AS one
COPY a b
#      ^ dockerfile/copy-relative-dest-no-workdir
COPY ["a", "./b/"]
#          ^^^^^^ dockerfile/copy-relative-dest-no-workdir
WORKDIR /app
COPY a b
FROM one AS two
COPY a b
FROM debian:13
ONBUILD COPY a b
COPY a /b
ADD a .
#     ^ dockerfile/copy-relative-dest-no-workdir
COPY a C:\b
