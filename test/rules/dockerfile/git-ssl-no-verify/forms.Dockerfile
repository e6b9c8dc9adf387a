ARG GIT_SSL_NO_VERIFY=true
#   ^^^^^^^^^^^^^^^^^^^^^^ dockerfile/git-ssl-no-verify
FROM debian:12
ENV GIT_SSL_NO_VERIFY 0
#   ^^^^^^^^^^^^^^^^^^^ dockerfile/git-ssl-no-verify
ENV A=1 GIT_SSL_NO_VERIFY="1" \
#       ^^^^^^^^^^^^^^^^^^^^^ dockerfile/git-ssl-no-verify
    B=2
RUN A=b GIT_SSL_NO_VERIFY=true git clone https://example.com/a
#       ^^^^^^^^^^^^^^^^^^^^^^ dockerfile/git-ssl-no-verify
RUN export X=1 GIT_SSL_NO_VERIFY=1 && git fetch
#              ^^^^^^^^^^^^^^^^^^^ dockerfile/git-ssl-no-verify
RUN git -c http.sslVerify=false clone https://example.com/a && git clone --config http.sslverify=0 https://example.com/b
#       ^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/git-ssl-no-verify
#                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/git-ssl-no-verify
RUN git config --system http.https://example.com.sslVerify no
#                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/git-ssl-no-verify
RUN sudo GIT_SSL_NO_VERIFY=1 git pull
#        ^^^^^^^^^^^^^^^^^^^ dockerfile/git-ssl-no-verify
COPY <<EOF /root/.gitconfig
[http]
	sslVerify = false
#@1-18 dockerfile/git-ssl-no-verify
EOF
