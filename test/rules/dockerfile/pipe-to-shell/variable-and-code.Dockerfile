FROM debian:13
RUN S=$(curl -s https://example.com/a); echo "$S" | bash
#                                                   ^^^^ dockerfile/pipe-to-shell
RUN export S="$(wget -qO- https://example.com/a)" && eval "$S"
#                                                    ^^^^ dockerfile/pipe-to-shell
RUN S=`curl -s https://example.com/a` && sh -c "${S}"
#                                        ^^ dockerfile/pipe-to-shell
RUN curl -s https://example.com/a | tee /tmp/x.sh >/dev/null && sh /tmp/x.sh
#                                                               ^^ dockerfile/pipe-to-shell
RUN php -r "copy('https://getcomposer.org/installer', 'setup.php');" && php setup.php
#                                                                       ^^^ dockerfile/pipe-to-shell
RUN php -r "copy('https://getcomposer.org/installer', 'setup.php');" \
    && php -r "if (hash_file('sha384', 'setup.php') !== 'abc') { exit(1); }" && php setup.php
RUN python3 -c "import urllib.request as u; exec(u.urlopen('https://example.com/a.py').read())"
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/pipe-to-shell
RUN python3 -c "import urllib.request as u; print(u.urlopen('https://example.com/v').read())"
RUN pwsh -c "iwr https://example.com/a.ps1 | iex"
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/pipe-to-shell
RUN VERSION=$(curl -s https://example.com/v) && curl -o x.json "https://example.com/$VERSION" && echo "$VERSION" | bash -c 'cat'
