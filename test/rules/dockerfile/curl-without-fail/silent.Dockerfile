FROM debian:12
RUN curl -sfL https://example.com/a | sh && curl --fail-with-body -o a https://example.com && curl -I https://example.com | head
RUN curl ${CURL_FLAGS} -o a https://example.com && curl -s -o /dev/null -w '%{http_code}' https://example.com
RUN curl https://example.com && apt-get install -y curl
