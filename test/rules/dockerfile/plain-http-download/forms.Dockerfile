FROM debian:12
RUN wget -q -x "http://example.com/a?b=c" && git clone http://example.com:8080/r.git
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/plain-http-download
#                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/plain-http-download
RUN pip install -e git+http://example.com/r.git
#                      ^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/plain-http-download
RUN npm config set registry=http://npm.example.com/ && gem install -s http://gems.example.com x
#                           ^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/plain-http-download
#                                                                     ^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/plain-http-download
RUN curl -fsSL http://user:pw@example.com/$FILE | tar x; rpm -i http://example.com/a.rpm
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/plain-http-download
#                                                               ^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/plain-http-download
ADD http://example.com/a /x/
ARG NPM_CONFIG_REGISTRY=http://npm.example.com
#                       ^^^^^^^^^^^^^^^^^^^^^^ dockerfile/plain-http-download
ONBUILD RUN curl -f \
  http://example.com/a
# ^^^^^^^^^^^^^^^^^^^^ dockerfile/plain-http-download
