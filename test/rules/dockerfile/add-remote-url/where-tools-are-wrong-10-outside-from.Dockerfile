FROM debian:13
ADD https://github.com/x/y.git#v1 /y
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/add-remote-url
ADD https://github.com/x/y.git#0123456789abcdef0123456789abcdef01234567 /z
