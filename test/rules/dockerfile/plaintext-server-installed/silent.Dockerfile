FROM debian:12
RUN apt-get install -y ftp telnet tftp rsh-client && apt-get remove -y telnetd && apt-cache show vsftpd
RUN pip install vsftpd && apt-get install -y $PKG ./vsftpd_3.deb
