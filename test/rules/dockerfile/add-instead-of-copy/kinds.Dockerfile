# escape=\
FROM debian:13 AS build
add a b /c/
#@0-3 dockerfile/add-instead-of-copy
ADD --chown=1:1 *.conf /etc/
#@0-3 dockerfile/add-instead-of-copy
ADD <<EOF /hello
#@0-3 dockerfile/add-instead-of-copy
hi
EOF
ADD "with.zip" /x/
#@0-3 dockerfile/add-instead-of-copy
FROM debian:13
ONBUILD ADD app /app
#       ^^^ dockerfile/add-instead-of-copy
ADD --unpack=false app.bin /app/
#@0-3 dockerfile/add-instead-of-copy
