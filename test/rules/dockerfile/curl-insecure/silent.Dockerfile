FROM debian:12
# The k is a value, another program's flag, or only printed.
RUN curl -o k -H -k -fok https://example.com/a && curl -X -k https://example.com/b
RUN curl -A "-k" https://example.com/a && grep -k x && echo "curl -k https://example.com"
RUN curl --insecure=false https://example.com/a || curl $CURL_OPTS https://example.com/b
RUN curl -k https://localhost:8443/ready && curl -sk 127.0.0.1:8443 && curl -k https://[::1]:8443/
RUN apt-get install -y curl # curl -k
HEALTHCHECK CMD curl -k https://example.com/
RUN echo insecure >> /etc/app.conf
