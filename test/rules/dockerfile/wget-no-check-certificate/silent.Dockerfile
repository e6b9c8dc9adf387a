FROM debian:12
RUN wget https://example.com/a | grep "--no-check-certificate" /etc/passwd
RUN wget --check-certificate=on https://example.com/a; echo "--no-check-certificate"
RUN wget --no-check-certificate https://localhost/a && wget -- --no-check-certificate
RUN sed -i 's/check_certificate = off/check_certificate = on/' /etc/wgetrc
RUN curl --no-check-certificate https://example.com
