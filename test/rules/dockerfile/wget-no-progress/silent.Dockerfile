FROM alpine:3.22
RUN wget -cq https://example.com/a && wget -nv https://example.com/b && wget -O- -a /log https://example.com/c
RUN wget $WGET_OPTS https://example.com/a && apk add wget && wget --progress=bar:force https://example.com/b
