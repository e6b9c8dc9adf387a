FROM debian:13
ARG JAR
ADD ${JAR} app.jar
ADD rootfs.tar.zst /
ADD data.gz* /data/
ADD local https://example.com/x /y/
ADD https://github.com/example/x.git /src
ADD git@github.com:example/x.git /src
ADD file:8b8864b3e02a33a579dc216fd51b28a6047bc8eeaa03045b258980fe0cf7fcb3 in /xyz
ADD
