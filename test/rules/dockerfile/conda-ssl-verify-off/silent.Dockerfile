FROM condaforge/miniforge3:25.3.1-0
RUN echo "ssl_verify: false" > /etc/app.yaml
RUN conda install -n -k -y numpy && conda config --set ssl_verify true && conda config --show ssl_verify
