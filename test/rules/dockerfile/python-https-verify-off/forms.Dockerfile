FROM python:2.7
ARG OFF=0
ENV PYTHONHTTPSVERIFY=$OFF
#   ^^^^^^^^^^^^^^^^^^^^^^ dockerfile/python-https-verify-off
ENV LANG=C PYTHONHTTPSVERIFY='0'
#          ^^^^^^^^^^^^^^^^^^^^^ dockerfile/python-https-verify-off
RUN PYTHONHTTPSVERIFY=0; export PYTHONHTTPSVERIFY="0"
#   ^^^^^^^^^^^^^^^^^^^ dockerfile/python-https-verify-off
#                               ^^^^^^^^^^^^^^^^^^^^^ dockerfile/python-https-verify-off
RUN env PYTHONHTTPSVERIFY=0 python get-pip.py
#       ^^^^^^^^^^^^^^^^^^^ dockerfile/python-https-verify-off
