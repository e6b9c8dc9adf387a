FROM debian:12
ARG GIT_SSL_NO_VERIFY
ENV MY_GIT_SSL_NO_VERIFY=1
RUN unset GIT_SSL_NO_VERIFY && GIT_SSL_NO_VERIFY=$X git clone https://example.com/a
RUN git config http.sslVerify true && git config --get http.sslVerify && git -c http.sslVerify=true fetch
RUN git commit -m "http.sslVerify false"
RUN sed -i 's/sslVerify = false/sslVerify = true/' /root/.gitconfig
