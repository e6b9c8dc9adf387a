FROM debian:13 AS one
COPY ["my app.tar.xz", "/opt/"]
#@0-4 dockerfile/copy-archive-then-extract
RUN bsdtar --extract --file="/opt/my app.tar.xz"
FROM debian:13
COPY x.tgz /opt/app.tgz
#@0-4 dockerfile/copy-archive-then-extract
RUN mkdir /a && cd /a && tar zxf ../opt/app.tgz
COPY a.tar b.txt /tmp/
#@0-4 dockerfile/copy-archive-then-extract
WORKDIR /tmp
RUN tar -C /opt -xf a.tar
