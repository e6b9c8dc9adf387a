FROM debian:13
RUN mkdir -p -m 777 /data && install -o app -m 0666 a /etc/a && mkdir -m 1777 /scratch && install -d --mode 755 /x
#               ^^^ dockerfile/world-writable-chmod
#                                              ^^^^ dockerfile/world-writable-chmod
