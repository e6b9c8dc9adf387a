FROM debian:12
RUN passwd --delete root && passwd -qd app; usermod -p '' app
#          ^^^^^^^^ dockerfile/empty-password
#                                    ^ dockerfile/empty-password
#                                                   ^^^^^ dockerfile/empty-password
RUN useradd -m --password="" a && ["x"]
#              ^^^^^^^^^^^^^ dockerfile/empty-password
RUN echo 'app::19000:0:99999:7:::' >> /etc/shadow
#         ^^^^^ dockerfile/empty-password
RUN ["passwd", "-d", "root"]
#               ^^ dockerfile/empty-password
