FROM debian:13 AS one
RUN tar -xf /early.tar
COPY early.tar /
COPY packed.tar /
RUN tar -cf /packed.tar /etc
FROM debian:13
RUN tar -xf /packed.tar
COPY x.zip /
RUN unzip /x.zip
