FROM debian:12
RUN useradd app && echo 'app:x' | chpasswd -e; ls
#                                 ^^^^^^^^ dockerfile/chpasswd-used
RUN chpasswd < /run/secrets/p && printf 'a\na\n' | passwd app
#   ^^^^^^^^ dockerfile/chpasswd-used
#                                                  ^^^^^^ dockerfile/chpasswd-used
RUN ["chpasswd"]
#     ^^^^^^^^ dockerfile/chpasswd-used
RUN chpasswd <<X
#   ^^^^^^^^ dockerfile/chpasswd-used
root:x
X
