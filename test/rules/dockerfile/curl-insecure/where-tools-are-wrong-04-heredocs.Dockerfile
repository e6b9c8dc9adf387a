FROM alpine:3.24
RUN <<-'SCRIPT'
	curl -k https://example.com/a
#@6-8 dockerfile/curl-insecure
	SCRIPT
RUN <<A bash
curl --insecure https://example.com/b
#@5-15 dockerfile/curl-insecure
A
RUN cat <<TEXT > /readme && bash <<CODE
curl -k is what you should not do
TEXT
curl -sk https://example.com/c
#@7-8 dockerfile/curl-insecure
CODE
