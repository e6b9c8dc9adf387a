FROM debian:13
COPY a b ..
COPY a b "/c/"
COPY a b c:\\windows\\
COPY a /b
COPY a b $UNKNOWN
COPY file:8b8864b3e02a33a579dc216fd51b28a6047bc8eeaa03045b258980fe0cf7fcb3 in myfile
