FROM alpine:3.22
RUN <<EOF
  export T=ghp_abcdefghijklmnopqrstuvwxyz0123456789
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/secret-literal
EOF
COPY <<-KEY /root/.ssh/id_rsa
	-----BEGIN OPENSSH PRIVATE KEY-----
#@1-36 dockerfile/secret-literal a private key
	b3BlbnNzaC1rZXktdjEAAAAA
	KEY
